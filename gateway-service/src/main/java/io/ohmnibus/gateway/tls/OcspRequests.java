/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Questions to OCSP responders (RFC 6960). */
final class OcspRequests {

    private OcspRequests() {}

    /** Was this certificate of that issuer revoked? */
    static byte[] about(X509Certificate certificate, X509Certificate issuer)
            throws IOException, GeneralSecurityException {
        try {
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
            CertificateID id =
                    new CertificateID(
                            digests.get(CertificateID.HASH_SHA1), // the one that all know
                            new JcaX509CertificateHolder(issuer),
                            certificate.getSerialNumber());
            return new OCSPReqBuilder().addRequest(id).build().getEncoded();
        } catch (OCSPException | OperatorCreationException e) {
            throw new GeneralSecurityException("No OCSP request can be made", e);
        }
    }
}
