/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.security;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The CA certificates that a station trusts; without any, those of the Java runtime. */
public record Trust(List<X509Certificate> roots) {

    public Trust {
        roots = List.copyOf(roots);
    }

    /** Whether the chain leads to one of the roots, and is valid now. */
    public boolean accepts(List<X509Certificate> chain) {
        try {
            Set<TrustAnchor> anchors = new HashSet<>();
            roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            var path =
                    CertificateFactory.getInstance("X.509")
                            .generateCertPath(
                                    chain.stream().filter(c -> !roots.contains(c)).toList());
            var _ = CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /**
     * TLS 1.2 and above towards a CSMS (A00.FR.313), with a client certificate where there is one.
     */
    public SslContext tls(@Nullable Identity identity) {
        try {
            var builder = SslContextBuilder.forClient().protocols("TLSv1.3", "TLSv1.2");
            if (!roots.isEmpty()) {
                builder.trustManager(trustManagers());
            }
            if (identity != null) {
                builder.keyManager(identity.key(), identity.chain());
            }
            return builder.build();
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    private TrustManagerFactory trustManagers() throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < roots.size(); i++) {
                store.setCertificateEntry("root" + i, roots.get(i));
            }
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
