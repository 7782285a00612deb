/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import io.ohmnibus.ocpp.type.CertificateHashData;
import io.ohmnibus.ocpp.type.HashAlgorithmEnum;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** A root certificate as OCPP names it: hashes of its name and key, and its number (RFC 6960). */
record CertificateHashes(String issuerNameHash, String issuerKeyHash, String serialNumber) {

    static CertificateHashes of(X509Certificate root, HashAlgorithmEnum algorithm) {
        try {
            MessageDigest digest = MessageDigest.getInstance(javaName(algorithm));
            SubjectPublicKeyInfo key =
                    SubjectPublicKeyInfo.getInstance(root.getPublicKey().getEncoded());
            HexFormat hex = HexFormat.of();
            return new CertificateHashes(
                    hex.formatHex(digest.digest(root.getIssuerX500Principal().getEncoded())),
                    hex.formatHex(digest.digest(key.getPublicKeyData().getBytes())),
                    root.getSerialNumber().toString(16));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String javaName(HashAlgorithmEnum algorithm) {
        return switch (algorithm) {
            case SHA256 -> "SHA-256";
            case SHA384 -> "SHA-384";
            case SHA512 -> "SHA-512";
        };
    }

    boolean names(CertificateHashData other) {
        return issuerNameHash.equalsIgnoreCase(other.issuerNameHash())
                && issuerKeyHash.equalsIgnoreCase(other.issuerKeyHash())
                && serialNumber.equals(
                        other.serialNumber().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", ""));
    }
}
