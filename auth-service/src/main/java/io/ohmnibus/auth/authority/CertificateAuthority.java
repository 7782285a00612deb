/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import io.ohmnibus.ocpp.type.CertificateHashData;
import java.security.cert.X509Certificate;
import java.util.List;
import reactor.core.publisher.Mono;

/** Somebody who signs (A02.FR.04). */
public interface CertificateAuthority {

    /**
     * The new certificate and those between it and the root, without the root. Fails with {@link
     * SigningRefused} when it is no use to try again.
     */
    Mono<List<X509Certificate>> sign(SigningOrder order);

    /** Whether its certificates lead to that root (A02.FR.27); true when it cannot tell. */
    boolean leadsTo(CertificateHashData root);
}
