/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Judges the certificates of stations during the handshake: path (A00.FR.403), time, usage for
 * clients, length of the chain, size of the keys (A00.FR.502, A00.FR.503). Whose they are and
 * whether they are revoked is asked later, when the station has said which one it is.
 */
final class StationTrust extends X509ExtendedTrustManager {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 224;

    private final X509ExtendedTrustManager pkix;
    private final Set<TrustAnchor> anchors;
    private final int maxChain;

    private StationTrust(X509ExtendedTrustManager pkix, Set<TrustAnchor> anchors, int maxChain) {
        this.pkix = pkix;
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
            PKIXBuilderParameters rules =
                    new PKIXBuilderParameters(anchors, new X509CertSelector());
            rules.setRevocationEnabled(false); // asked later
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(rules));
            var manager = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
            return new StationTrust(manager, Set.copyOf(anchors), maxChain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The authorities of stations cannot be used", e);
        }
    }

    Set<TrustAnchor> anchors() {
        return anchors;
    }

    /** The same judgement for a certificate that a proxy has taken. */
    void check(List<X509Certificate> chain) throws CertificateException {
        X509Certificate[] certificates = chain.toArray(X509Certificate[]::new);
        pkix.checkClientTrusted(certificates, chain.getFirst().getPublicKey().getAlgorithm());
        checkShape(certificates);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkShape(chain);
        pkix.checkClientTrusted(chain, type, engine);
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
        return pkix.getAcceptedIssuers();
    }
}
