/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that stations present in HTTP Basic authentication (Part 2, A00): made here, random, so
 * that a keyed hash is enough to store them and thousands of stations can come back at once.
 */
public final class StationPasswords {

    private static final int GENERATED_LENGTH = 32;
    private static final int MIN_LENGTH = 16;
    private static final int MAX_LENGTH = 64;
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String VERSION = "v1";
    private static final int SALT_BYTES = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern FORM = Pattern.compile("v1\\$([\\w-]{22})\\$([\\w-]{43})");
    private static final String NOTHING = "v1$" + "A".repeat(22) + "$" + "A".repeat(43);

    private final SecretKeySpec pepper;
    private final SecureRandom random;

    public StationPasswords(String pepper, SecureRandom random) {
        this.pepper = new SecretKeySpec(pepper.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.random = random;
    }

    /** A new password: 32 letters and digits, 190 bits, fit for every station (A00.FR.205). */
    public String generate() {
        StringBuilder password = new StringBuilder(GENERATED_LENGTH);
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** What may be stored and sent to other services in place of the password. */
    public String hash(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) { // A00.FR.205
            throw new IllegalArgumentException("A station password has 16 to 64 characters");
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        byte[] mac = mac(salt, password.getBytes(StandardCharsets.UTF_8));
        return VERSION + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(mac);
    }

    /**
     * Whether a station may come in. Stations present a password as its text; some decode it from
     * hexadecimal digits first, others encode it: these forms are accepted too. The time it takes
     * does not depend on how much is right.
     */
    public boolean matches(byte[] presented, String hash) {
        Matcher parts = FORM.matcher(hash);
        if (!parts.matches()) {
            return matchesNothing(presented);
        }
        Base64.Decoder base64 = Base64.getUrlDecoder();
        byte[] salt = base64.decode(parts.group(1));
        byte[] stored = base64.decode(parts.group(2));
        HexFormat hex = HexFormat.of();
        boolean asText = equal(stored, salt, presented);
        boolean asLower = equal(stored, salt, ascii(hex.formatHex(presented)));
        boolean asUpper = equal(stored, salt, ascii(hex.withUpperCase().formatHex(presented)));
        boolean asBytes = equal(stored, salt, unhex(presented));
        return asText | asLower | asUpper | asBytes;
    }

    /** Always false, after the same work: for stations that nobody knows. */
    public boolean matchesNothing(byte[] presented) {
        return matches(presented, NOTHING) && false;
    }

    private boolean equal(byte[] stored, byte[] salt, byte[] candidate) {
        return MessageDigest.isEqual(stored, mac(salt, candidate));
    }

    private byte[] mac(byte[] salt, byte[] password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            mac.update(salt);
            return mac.doFinal(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] unhex(byte[] presented) {
        try {
            return HexFormat.of().parseHex(new String(presented, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException _) {
            return presented;
        }
    }
}
