/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what may hold secrets before it is stored or sent, with AES-256-GCM. Every process uses
 * a key of its own, made of the common secret and a salt that stands in front of what it sealed, so
 * that nonces can be counted and never repeat.
 */
public final class Sealing {

    private static final byte VERSION = 1;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int HEADER = 1 + SALT + NONCE;
    private static final int TAG_BITS = 128;
    private static final int KEYS_REMEMBERED = 256;
    private static final byte[] PURPOSE = "ohmnibus sealing v1".getBytes(StandardCharsets.UTF_8);

    /** To look a cipher up takes longer than to use it. */
    private static final ThreadLocal<Cipher> CIPHERS =
            ThreadLocal.withInitial(() -> {
                try {
                    return Cipher.getInstance("AES/GCM/NoPadding");
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("AES-GCM is part of every Java", e);
                }
            });

    private final SecretKeySpec secret;
    private final byte[] salt = new byte[SALT];
    private final AtomicLong sealed = new AtomicLong();
    private final Map<ByteBuffer, SecretKeySpec> keys = new ConcurrentHashMap<>();

    /** Seals with that secret, the same in all services and gateways. */
    public Sealing(String secret, SecureRandom random) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        random.nextBytes(salt);
    }

    /**
     * The sealed form.
     *
     * @param place what it belongs to, such as a station; it can be opened for the same place only
     */
    public byte[] seal(byte[] plain, String place) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + plain.length + TAG_BITS / 8);
        byte[] nonce = ByteBuffer.allocate(NONCE).putLong(4, sealed.getAndIncrement()).array();
        out.put(VERSION).put(salt).put(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, salt, nonce, place);
            cipher.doFinal(ByteBuffer.wrap(plain), out);
            return out.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** What was sealed; fails when it was for another place or with another secret. */
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < HEADER || sealed[0] != VERSION) {
            throw new IllegalArgumentException("This was not sealed here");
        }
        byte[] madeWith = Arrays.copyOfRange(sealed, 1, 1 + SALT);
        byte[] nonce = Arrays.copyOfRange(sealed, 1 + SALT, HEADER);
        try {
            return cipher(Cipher.DECRYPT_MODE, madeWith, nonce, place)
                    .doFinal(sealed, HEADER, sealed.length - HEADER);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "This was sealed with another ohmnibus.security.secret-key, or changed", e);
        }
    }

    private Cipher cipher(int mode, byte[] salt, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, key(salt), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKeySpec key(byte[] salt) {
        if (keys.size() > KEYS_REMEMBERED) {
            keys.clear();
        }
        return keys.computeIfAbsent(ByteBuffer.wrap(salt), this::derived);
    }

    private SecretKeySpec derived(ByteBuffer salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(PURPOSE);
            mac.update(salt.duplicate());
            return new SecretKeySpec(mac.doFinal(), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }
}
