/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Certificates as text in PEM (A00.FR.507). */
public final class Certificates {

    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private Certificates() {}

    /** All certificates in a text; {@link SigningRefused} when there is none or one is broken. */
    public static List<X509Certificate> parse(@Nullable String pem) {
        try {
            byte[] bytes = (pem == null ? "" : pem).getBytes(StandardCharsets.US_ASCII);
            List<X509Certificate> found =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(bytes))
                            .stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) {
                throw new SigningRefused("There is no certificate in PEM");
            }
            return found;
        } catch (CertificateException e) {
            throw new SigningRefused("A certificate cannot be read");
        }
    }

    /** The certificates as one text, in their order. */
    public static String text(List<X509Certificate> chain) {
        return chain.stream().map(Certificates::text).collect(Collectors.joining());
    }

    private static String text(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + LINES.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The serial number as StationCredentials has it. */
    public static String serialNumber(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }
}
