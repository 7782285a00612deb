/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificates of stations during the handshake: path (A00.FR.403), usage for clients,
 * length of the chain, size of the keys (A00.FR.502, A00.FR.503). Whose they are, whether they are
 * revoked, and what to do with one that has expired (A00.FR.429), is asked later, when the station
 * has said which one it is; an expired one is judged here as on its last day.
 */
final class StationTrust extends X509ExtendedTrustManager {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 224;

    private final X509ExtendedTrustManager today;
    private final Set<TrustAnchor> anchors;
    private final int maxChain;

    private StationTrust(Set<TrustAnchor> anchors, int maxChain) {
        this.today = pkix(anchors, null);
        this.anchors = anchors;
        this.maxChain = maxChain;
    }

    /** Trusts what these authorities signed. */
    static StationTrust of(KeyStore authorities, int maxChain) {
        try {
            Set<TrustAnchor> anchors = new HashSet<>();
            for (String alias : Collections.list(authorities.aliases())) {
                if (authorities.getCertificate(alias) instanceof X509Certificate authority) {
                    anchors.add(new TrustAnchor(authority, null));
                }
            }
            return new StationTrust(Set.copyOf(anchors), maxChain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authorities of stations cannot be used", e);
        }
    }

    private static X509ExtendedTrustManager pkix(Set<TrustAnchor> anchors, @Nullable Date on) {
        try {
            PKIXBuilderParameters rules =
                    new PKIXBuilderParameters(anchors, new X509CertSelector());
            rules.setRevocationEnabled(false); // asked later
            rules.setDate(on);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(rules));
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authorities of stations cannot be used", e);
        }
    }

    private X509ExtendedTrustManager judge(X509Certificate own) {
        try {
            own.checkValidity();
            return today;
        } catch (CertificateExpiredException _) {
            return pkix(anchors, own.getNotAfter());
        } catch (CertificateNotYetValidException _) {
            return today; // refuses it
        }
    }

    Set<TrustAnchor> anchors() {
        return anchors;
    }

    /** The same judgement for a certificate that a proxy has taken. */
    void check(List<X509Certificate> chain) throws CertificateException {
        X509Certificate[] certificates = chain.toArray(X509Certificate[]::new);
        judge(chain.getFirst())
                .checkClientTrusted(certificates, chain.getFirst().getPublicKey().getAlgorithm());
        checkShape(certificates);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        try {
            checkShape(chain);
            judge(chain[0]).checkClientTrusted(chain, type, engine);
        } catch (CertificateException refusal) {
            throw new UntrustedCertificate(chain[0], refusal);
        }
    }

    private void checkShape(X509Certificate[] chain) throws CertificateException {
        if (chain.length > maxChain) {
            throw new CertificateException(
                    "The chain has more than %d certificates".formatted(maxChain));
        }
        boolean weak =
                Arrays.stream(chain)
                        .map(X509Certificate::getPublicKey)
                        .anyMatch(StationTrust::weak);
        if (weak) {
            throw new CertificateException("A key of the chain is too short");
        }
    }

    private static boolean weak(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() < MIN_RSA_BITS;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() < MIN_EC_BITS;
            default -> false;
        };
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
            throws CertificateException {
        check(List.of(chain));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        check(List.of(chain));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        throw notAServer();
    }

    private static CertificateException notAServer() {
        return new CertificateException("Stations are clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return today.getAcceptedIssuers();
    }
}
