/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A certificate authority in a file, and stations' keys and signing requests. */
public final class TestAuthority {

    private static final String PASSWORD = "of the tests";

    private final X509Certificate root;
    private final AuthorityProperties properties;
    private final Clock clock;

    private TestAuthority(X509Certificate root, AuthorityProperties properties, Clock clock) {
        this.root = root;
        this.properties = properties;
        this.clock = clock;
    }

    /** An authority that signs for connections and ISO 15118-2. */
    public static TestAuthority create(Clock clock) {
        return create(ellipticKeys("secp256r1"), clock);
    }

    static TestAuthority create(KeyPair keys, Clock clock) {
        try {
            X509Certificate root = selfSigned(keys, "CN=Test root,O=Ohmnibus", clock.instant());
            Path file = Files.createTempFile("authority", ".p12");
            file.toFile().deleteOnExit();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "ca", keys.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {root});
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
            AuthorityProperties.Authority authority =
                    new AuthorityProperties.Authority(file, PASSWORD, null, null);
            return new TestAuthority(
                    root,
                    new AuthorityProperties(
                            "Ohmnibus",
                            Duration.ofDays(365),
                            Duration.ofDays(30),
                            Duration.ofDays(1),
                            5,
                            Map.of(
                                    CertificateUse.CHARGING_STATION,
                                    authority,
                                    CertificateUse.V2G,
                                    authority)),
                    clock);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate selfSigned(KeyPair keys, String name, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Principal subject = new X500Principal(name);
        var builder =
                new JcaX509v3CertificateBuilder(
                        subject,
                        BigInteger.valueOf(0x1234),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(3650))),
                        subject,
                        keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(signer(keys, "SHA256")));
    }

    private static org.bouncycastle.operator.ContentSigner signer(KeyPair keys, String hash)
            throws OperatorCreationException {
        String algorithm = keys.getPrivate().getAlgorithm().equals("RSA") ? "RSA" : "ECDSA";
        return new JcaContentSignerBuilder(hash + "with" + algorithm).build(keys.getPrivate());
    }

    public X509Certificate root() {
        return root;
    }

    public AuthorityProperties properties() {
        return properties;
    }

    public Authorities authorities() {
        return new Authorities(properties, clock);
    }

    /** Keys on a named curve. */
    public static KeyPair ellipticKeys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RSA keys. */
    public static KeyPair rsaKeys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signing request of a station with that name. */
    public static String csr(String name) {
        return csr("CN=" + name + ",O=Ohmnibus", ellipticKeys("secp256r1"), "SHA256");
    }

    /** Any signing request. */
    public static String csr(String subject, KeyPair keys, String hash) {
        try (StringWriter text = new StringWriter();
                JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(
                    new JcaPKCS10CertificationRequestBuilder(
                                    new X500Principal(subject), keys.getPublic())
                            .build(signer(keys, hash)));
            pem.flush();
            return text.toString();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
