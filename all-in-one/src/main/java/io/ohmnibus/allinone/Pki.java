/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import io.ohmnibus.embedded.EmbeddedStartException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority of this installation, in its data folder: it signs the certificates of
 * stations, and those of the server for {@code localhost}. For laptops and tests.
 */
public final class Pki {

    private static final Duration ROOT_VALIDITY = Duration.ofDays(3650);
    private static final Duration SERVER_VALIDITY = Duration.ofDays(365);
    private static final String CA = "ca";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final String password;

    private Pki(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /**
     * Makes what is missing, and the server's certificates anew: they live a year from each start.
     */
    public static Pki open(Path data, String password) {
        Pki pki = new Pki(data.resolve("pki"), password);
        try {
            Files.createDirectories(pki.folder);
            if (!Files.exists(pki.authority())) {
                pki.createAuthority();
            }
            pki.createServer("ec", ellipticKeys());
            pki.createServer("rsa", rsaKeys());
            return pki;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new EmbeddedStartException(
                    "The certificates in " + pki.folder + " cannot be made: " + e, e);
        }
    }

    private Path authority() {
        return folder.resolve("authority.p12");
    }

    /** The certificate that stations trust, in PEM. */
    public Path rootFile() {
        return folder.resolve("root.pem");
    }

    /** The certificate that stations trust. */
    X509Certificate root() {
        try (var in = Files.newInputStream(rootFile())) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new EmbeddedStartException("The file " + rootFile() + " cannot be read: " + e, e);
        }
    }

    /** What the gateway and auth-service have to know. */
    public Map<String, Object> properties() {
        return Map.ofEntries(
                server("ec", "certificate", ".crt"),
                server("ec", "private-key", ".key"),
                server("rsa", "certificate", ".crt"),
                server("rsa", "private-key", ".key"),
                Map.entry(
                        "spring.ssl.bundle.pem.stations.truststore.certificate", file(rootFile())),
                Map.entry("ohmnibus.gateway.tls.certificates", "server-ec,server-rsa"),
                Map.entry("ohmnibus.gateway.tls.trust", "stations"),
                authority("charging-station", "key-store", authority()),
                authority("charging-station", "key-store-password", password),
                authority("v2g", "key-store", authority()),
                authority("v2g", "key-store-password", password),
                authority("v2g20", "key-store", authority()),
                authority("v2g20", "key-store-password", password));
    }

    private Map.Entry<String, Object> server(String kind, String part, String ending) {
        return Map.entry(
                "spring.ssl.bundle.pem.server-" + kind + ".keystore." + part,
                file(folder.resolve("server-" + kind + ending)));
    }

    private static Map.Entry<String, Object> authority(String use, String part, Object value) {
        return Map.entry("ohmnibus.certificates.authorities." + use + "." + part, value);
    }

    private static String file(Path path) {
        return path.toUri().toString();
    }

    private void createAuthority()
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair keys = ellipticKeys();
        X500Principal name = new X500Principal("CN=Ohmnibus root,O=Ohmnibus");
        var builder = builder(name, name, keys, ROOT_VALIDITY);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                .addExtension(
                        Extension.keyUsage,
                        true,
                        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        X509Certificate root = signed(builder, keys.getPrivate());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(CA, keys.getPrivate(), password.toCharArray(), new Certificate[] {root});
        try (OutputStream out = Files.newOutputStream(secret(authority()))) {
            store.store(out, password.toCharArray());
        }
        write(rootFile(), root);
    }

    private void createServer(String kind, KeyPair keys)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(authority())) {
            store.load(in, password.toCharArray());
        }
        var builder =
                builder(
                        root().getSubjectX500Principal(),
                        new X500Principal("CN=localhost,O=Ohmnibus"), // A00.FR.510
                        keys,
                        SERVER_VALIDITY);
        extend(builder, keys);
        PrivateKey ca = (PrivateKey) store.getKey(CA, password.toCharArray());
        write(folder.resolve("server-" + kind + ".crt"), signed(builder, ca));
        write(
                secret(folder.resolve("server-" + kind + ".key")),
                new JcaPKCS8Generator(keys.getPrivate(), null).generate());
    }

    private static void extend(JcaX509v3CertificateBuilder builder, KeyPair keys)
            throws CertIOException {
        boolean rsa = keys.getPrivate().getAlgorithm().equals("RSA");
        int usage =
                KeyUsage.digitalSignature
                        | (rsa ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(
                                new GeneralName[] {
                                    new GeneralName(GeneralName.dNSName, "localhost"),
                                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                                }));
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, KeyPair keys, Duration validity) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(128, RANDOM).setBit(0),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(validity)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static KeyPair ellipticKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static KeyPair rsaKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** The file, readable by its owner alone. */
    private static Path secret(Path file) throws IOException {
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        return file;
    }

    private static void write(Path file, Object content) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file);
                JcaPEMWriter pem = new JcaPEMWriter(writer)) {
            pem.writeObject(content);
        }
    }
}
