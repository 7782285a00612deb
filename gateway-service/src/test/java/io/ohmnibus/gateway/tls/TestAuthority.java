/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/** Makes certificates for tests, when they run; none lies in the repository. */
public final class TestAuthority {

    private static final char[] NO_PASSWORD = {};
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A key and the chain of its certificate, its own first. */
    public record Identity(PrivateKey key, List<X509Certificate> chain) {

        public X509Certificate certificate() {
            return chain.getFirst();
        }

        /** As a server's bundle. */
        public SslBundle bundle() {
            try {
                KeyStore store = empty();
                store.setKeyEntry("own", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
                return SslBundle.of(SslStoreBundle.of(store, "", null));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The private key in PEM. */
        public String keyPem() {
            return pem(new PemObject("PRIVATE KEY", key.getEncoded()));
        }

        /** The chain in PEM. */
        public String chainPem() {
            return String.join("", chain.stream().map(TestAuthority::pem).toList());
        }
    }

    final KeyPair keys;
    private final List<X509Certificate> path;

    private TestAuthority(KeyPair keys, List<X509Certificate> path) {
        this.keys = keys;
        this.path = path;
    }

    /** A root. */
    public static TestAuthority root(String name) {
        KeyPair keys = keys("EC", 256);
        Options options = new Options(new X500Name("CN=" + name + ",O=Test"), keys).ca();
        return new TestAuthority(keys, List.of(options.signedBy(keys, options.name)));
    }

    /** An authority below this one. */
    public TestAuthority below(String name) {
        return below(name, options -> {});
    }

    TestAuthority below(String name, Consumer<Options> change) {
        KeyPair under = keys("EC", 256);
        Options options = new Options(new X500Name("CN=" + name + ",O=Test"), under).ca();
        change.accept(options);
        List<X509Certificate> below = new ArrayList<>(chain(options));
        below.add(path.getLast());
        return new TestAuthority(under, below);
    }

    private List<X509Certificate> chain(Options options) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(options.signedBy(keys, X500Name.getInstance(subject())));
        chain.addAll(path);
        chain.removeLast(); // a root is not sent
        return chain;
    }

    byte[] subject() {
        return certificate().getSubjectX500Principal().getEncoded();
    }

    public X509Certificate certificate() {
        return path.getFirst();
    }

    /** As a bundle that trusts this authority. */
    public SslBundle bundle() {
        return SslBundle.of(SslStoreBundle.of(null, null, trustStore()));
    }

    private KeyStore trustStore() {
        try {
            KeyStore store = empty();
            store.setCertificateEntry("authority", certificate());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An identity with a key on P-256, valid for a day. */
    public Identity issue(String subject) {
        return issue(subject, options -> {});
    }

    public Identity issue(String subject, Consumer<Options> change) {
        return issue(subject, keys("EC", 256), change);
    }

    public Identity issue(String subject, KeyPair own, Consumer<Options> change) {
        Options options = new Options(new X500Name(subject), own);
        change.accept(options);
        return new Identity(own.getPrivate(), chain(options));
    }

    /** One that signed itself. */
    public static Identity selfSigned(String subject) {
        KeyPair own = keys("EC", 256);
        Options options = new Options(new X500Name(subject), own);
        return new Identity(own.getPrivate(), List.of(options.signedBy(own, options.name)));
    }

    public static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An object in PEM. */
    public static String pem(Object object) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** TLS as a client that trusts this authority and shows that identity, asked for or not. */
    public SSLContext client(@Nullable Identity identity) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys =
                    identity == null
                            ? new KeyManager[0]
                            : new KeyManager[] {new Stubborn(identity)};
            TrustManager[] trusted = trust.getTrustManagers();
            context.init(keys, trusted, RANDOM);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static ContentSigner signer(KeyPair by) throws OperatorCreationException {
        String algorithm =
                by.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return new JcaContentSignerBuilder(algorithm).build(by.getPrivate());
    }

    /** Shows its certificate to every server, whichever authorities that asks for. */
    private static final class Stubborn extends X509ExtendedKeyManager {

        private final Identity identity;

        Stubborn(Identity identity) {
            this.identity = identity;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"own"};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return "own";
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return identity.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return identity.key();
        }
    }

    /** What a certificate says. */
    public static final class Options {

        private final X500Name name;
        private final KeyPair keys;
        private final BigInteger serial = new BigInteger(64, RANDOM);
        private Instant from = Instant.now().minus(Duration.ofHours(1));
        private Instant until = Instant.now().plus(Duration.ofDays(1));
        private boolean ca;
        private @Nullable KeyPurposeId usage;
        private @Nullable String ocsp;
        private @Nullable String crl;
        private @Nullable String dnsName;

        private Options(X500Name name, KeyPair keys) {
            this.name = name;
            this.keys = keys;
        }

        Options ca() {
            ca = true;
            return this;
        }

        public Options valid(Instant begin, Instant end) {
            from = begin;
            until = end;
            return this;
        }

        public Options usage(KeyPurposeId only) {
            usage = only;
            return this;
        }

        public Options ocsp(String place) {
            ocsp = place;
            return this;
        }

        public Options crl(String place) {
            crl = place;
            return this;
        }

        public Options dnsName(String host) {
            dnsName = host;
            return this;
        }

        private X509Certificate signedBy(KeyPair by, X500Name issuer) {
            X509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            issuer,
                            serial,
                            Date.from(from),
                            Date.from(until),
                            name,
                            keys.getPublic());
            try {
                extend(builder);
                return new JcaX509CertificateConverter().getCertificate(builder.build(signer(by)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }

        private void extend(X509v3CertificateBuilder builder) throws IOException {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            ca
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            if (usage != null) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(usage));
            }
            if (dnsName != null) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, dnsName)));
            }
            if (ocsp != null) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri(ocsp)));
            }
            if (crl != null) {
                builder.addExtension(
                        Extension.cRLDistributionPoints,
                        false,
                        new CRLDistPoint(
                                new DistributionPoint[] {
                                    new DistributionPoint(
                                            new DistributionPointName(new GeneralNames(uri(crl))),
                                            null,
                                            null)
                                }));
            }
        }

        private static GeneralName uri(String place) {
            return new GeneralName(GeneralName.uniformResourceIdentifier, place);
        }
    }
}
