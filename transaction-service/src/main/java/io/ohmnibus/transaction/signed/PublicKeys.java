/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Reads public keys of meters as stations write them: {@code oca:base16:asn1:...} (J02.FR.23), that
 * again in Base64, or the bare key in hexadecimal or Base64.
 */
final class PublicKeys {

    /** Meters use curves that the JDK does not have. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final String MARKER = "oca:";
    private static final int PARTS = 4;

    private PublicKeys() {}

    static Optional<PublicKey> read(String text) {
        String key = text.replaceAll("\\s", "");
        return key.startsWith(MARKER)
                ? marked(key)
                : hex(key).or(() -> base64(key)).flatMap(PublicKeys::markedOrBare);
    }

    private static Optional<PublicKey> markedOrBare(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith(MARKER) ? marked(text.replaceAll("\\s", "")) : asn1(bytes);
    }

    private static Optional<PublicKey> marked(String key) {
        String[] parts = key.split(":", PARTS);
        if (parts.length < PARTS || !parts[2].equals("asn1")) {
            return Optional.empty();
        }
        return switch (parts[1]) {
            case "base16" -> hex(parts[3]).flatMap(PublicKeys::asn1);
            case "base64" -> base64(parts[3]).flatMap(PublicKeys::asn1);
            default -> Optional.empty();
        };
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> asn1(byte[] bytes) {
        try {
            return Optional.of(
                    KeyFactory.getInstance("EC", PROVIDER)
                            .generatePublic(new X509EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }
}
