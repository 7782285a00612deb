/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import io.ohmnibus.ocpp.type.CertificateHashData;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import reactor.core.publisher.Mono;

/** An authority of our own: a CA key and its chain in a PKCS#12 file. */
final class KeyStoreAuthority implements CertificateAuthority {

    /** How far the clock of a station may be behind (A02.FR.06, note). */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private static final int SERIAL_NUMBER_BITS = 128;

    /** What its certificates are like. */
    record Terms(String organization, Duration validity) {}

    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Terms terms;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private KeyStoreAuthority(
            PrivateKey key, List<X509Certificate> chain, Terms terms, Clock clock) {
        this.key = key;
        this.chain = chain;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Opens the first key in the file; a file that cannot be used keeps the service from starting.
     */
    static KeyStoreAuthority open(Path file, String password, Terms terms, Clock clock) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                    List<X509Certificate> chain =
                            Arrays.stream(store.getCertificateChain(alias))
                                    .map(X509Certificate.class::cast)
                                    .toList();
                    return new KeyStoreAuthority(key, chain, terms, clock);
                }
            }
            throw new IllegalStateException(file + " holds no private key");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The key store " + file + " cannot be opened", e);
        }
    }

    @Override
    public Mono<List<X509Certificate>> sign(SigningOrder order) {
        return Mono.fromCallable(() -> {
            List<X509Certificate> signed = new ArrayList<>();
            signed.add(certificate(order));
            chain.stream().filter(above -> !isRoot(above)).forEach(signed::add);
            return List.copyOf(signed);
        });
    }

    private static boolean isRoot(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private X509Certificate certificate(SigningOrder order)
            throws GeneralSecurityException, CertIOException, OperatorCreationException {
        X509Certificate ca = chain.getFirst();
        Instant now = clock.instant();
        Instant end = now.plus(terms.validity());
        Instant caEnd = ca.getNotAfter().toInstant();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        ca,
                        new BigInteger(SERIAL_NUMBER_BITS, random).setBit(0), // A00.FR.508
                        Date.from(now.minus(CLOCK_SKEW)),
                        Date.from(end.isBefore(caEnd) ? end : caEnd),
                        subject(order),
                        order.csr().key());
        extend(builder, ca, order);
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder(algorithm(ca))
                                        .setProvider(new BouncyCastleProvider())
                                        .build(key)));
    }

    /** No extended key usage, for the sake of ISO 15118 (A00.FR.514), and no alternative names. */
    private static void extend(
            JcaX509v3CertificateBuilder builder, X509Certificate ca, SigningOrder order)
            throws GeneralSecurityException, CertIOException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        boolean rsa = order.csr().key() instanceof RSAPublicKey;
        int usage =
                KeyUsage.digitalSignature
                        | (rsa ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(usage)) // A00.FR.512
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        identifiers.createSubjectKeyIdentifier(order.csr().key()))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(ca));
    }

    /** For vehicles, ISO 15118 decides; for us, A00.FR.509 and A00.FR.511. */
    private X500Name subject(SigningOrder order) {
        return order.use() == CertificateUse.CHARGING_STATION
                ? new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.O, terms.organization())
                        .addRDN(BCStyle.CN, order.commonName())
                        .build()
                : order.csr().subject();
    }

    private static String algorithm(X509Certificate ca) {
        return ca.getPublicKey() instanceof RSAPublicKey
                ? "SHA256withRSAandMGF1" // A00.FR.505
                : "SHA256withECDSA";
    }

    @Override
    public boolean leadsTo(CertificateHashData root) {
        return CertificateHashes.of(chain.getLast(), root.hashAlgorithm()).names(root);
    }
}
