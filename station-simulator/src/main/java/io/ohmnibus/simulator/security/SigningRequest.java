/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A key pair and the request to certify it (A02.FR.02, A02.FR.03).
 *
 * @param csr PKCS#10 as text
 */
public record SigningRequest(KeyPair keys, String csr) {

    /** A new key pair on the curve P-256. */
    public static KeyPair ellipticKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new RSA key pair; small ones are for refusals. */
    public static KeyPair rsaKeys(int bits) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request for a certificate with that name and organization. */
    public static SigningRequest of(KeyPair keys, String commonName, String organization) {
        var subject =
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.O, organization)
                        .addRDN(BCStyle.CN, commonName)
                        .build();
        var algorithm =
                keys.getPrivate().getAlgorithm().equals("RSA")
                        ? "SHA256withRSA"
                        : "SHA256withECDSA";
        try {
            var request =
                    new JcaPKCS10CertificationRequestBuilder(subject, keys.getPublic())
                            .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()));
            return new SigningRequest(keys, Pem.text("CERTIFICATE REQUEST", request.getEncoded()));
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
