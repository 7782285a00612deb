/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

/** Why a certificate is not trusted, and which: TLS hides it from those who hear that it failed. */
final class UntrustedCertificate extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final X509Certificate certificate;

    /** With the cause of the refusal as its own: from that TLS takes what it tells the peer. */
    UntrustedCertificate(X509Certificate certificate, CertificateException refusal) {
        super(refusal.getMessage(), refusal.getCause());
        this.certificate = certificate;
    }

    X509Certificate certificate() {
        return certificate;
    }
}
