/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Hears of TLS handshakes that failed: there is no HTTP request yet that could be answered. */
@FunctionalInterface
public interface TlsFailures {

    /** What was wrong. */
    enum Reason {
        /** Only versions before TLS 1.2 (A00.FR.315, A00.FR.418). */
        TLS_VERSION,
        /** No certificate, or one that is not trusted (A00.FR.407). */
        CLIENT_CERTIFICATE,
        /** No common cipher suite (A00.FR.322), not TLS at all, and whatever else goes wrong. */
        TLS_HANDSHAKE
    }

    /**
     * A handshake failed.
     *
     * @param certificate that was brought and is not trusted; the peer has not proved to own it
     */
    void failed(
            SocketAddress peer,
            Reason reason,
            String detail,
            @Nullable StationCertificate certificate);
}
