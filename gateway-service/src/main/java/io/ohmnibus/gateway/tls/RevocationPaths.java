/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JDK's PKIX rules for revocation (RFC 5280, 6.3; RFC 6960), fed with lists and answers that we
 * fetched: it checks who signed them and until when they are good, and calls nobody itself.
 */
final class RevocationPaths {

    private static final String PKIX = "PKIX";

    private RevocationPaths() {}

    /** From the certificate of the station up to the authority that is trusted, both included. */
    static List<X509Certificate> build(List<X509Certificate> chain, Set<TrustAnchor> anchors)
            throws GeneralSecurityException {
        X509CertSelector own = new X509CertSelector();
        own.setCertificate(chain.getFirst());
        PKIXBuilderParameters rules = new PKIXBuilderParameters(anchors, own);
        rules.setRevocationEnabled(false);
        rules.addCertStore(store(chain));
        var built = (PKIXCertPathBuilderResult) CertPathBuilder.getInstance(PKIX).build(rules);
        List<X509Certificate> path = new ArrayList<>();
        for (Certificate each : built.getCertPath().getCertificates()) {
            path.add((X509Certificate) each);
        }
        path.add(built.getTrustAnchor().getTrustedCert());
        return path;
    }

    /** What lists say. */
    static Revocation.Status byLists(
            X509Certificate certificate, X509Certificate issuer, Collection<X509CRL> lists)
            throws GeneralSecurityException {
        PKIXParameters rules = rules(issuer);
        rules.setRevocationEnabled(true); // by itself, the JDK looks only into the stores given
        rules.addCertStore(store(lists));
        return judge(certificate, rules);
    }

    /** What an OCSP responder says. */
    static Revocation.Status byAnswer(
            X509Certificate certificate, X509Certificate issuer, byte[] answer)
            throws GeneralSecurityException {
        CertPathValidator validator = CertPathValidator.getInstance(PKIX);
        var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.NO_FALLBACK));
        checker.setOcspResponses(Map.of(certificate, answer));
        PKIXParameters rules = rules(issuer);
        rules.addCertPathChecker(checker);
        return judge(certificate, rules);
    }

    private static PKIXParameters rules(X509Certificate issuer) throws GeneralSecurityException {
        PKIXParameters rules = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
        rules.setRevocationEnabled(false);
        return rules;
    }

    private static Revocation.Status judge(X509Certificate certificate, PKIXParameters rules)
            throws GeneralSecurityException {
        CertPath path =
                CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        try {
            CertPathValidator.getInstance(PKIX).validate(path, rules);
            return Revocation.Status.GOOD;
        } catch (CertPathValidatorException e) {
            return e.getReason() == CertPathValidatorException.BasicReason.REVOKED
                    ? Revocation.Status.REVOKED
                    : Revocation.Status.UNKNOWN;
        }
    }

    private static CertStore store(Collection<?> content) throws GeneralSecurityException {
        return CertStore.getInstance("Collection", new CollectionCertStoreParameters(content));
    }
}
