/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;

/** Why a handshake is not completed, and the status that the station gets. */
public enum Refusal {
    /** The gateway does not know yet who may come in. */
    NOT_READY(HttpStatus.SERVICE_UNAVAILABLE),
    /** More handshakes than this instance takes in a second, or more CALLs than services answer. */
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE),
    /** The path cannot belong to a station. */
    NO_STATION_PATH(HttpStatus.NOT_FOUND),
    NOT_A_WEBSOCKET(HttpStatus.UPGRADE_REQUIRED),
    NO_CREDENTIALS(HttpStatus.UNAUTHORIZED),
    /** The user name is not the identity in the path (A00.FR.204, A00.FR.303). */
    OTHER_USER(HttpStatus.UNAUTHORIZED),
    UNKNOWN_STATION(HttpStatus.NOT_FOUND),
    WRONG_PASSWORD(HttpStatus.UNAUTHORIZED),
    /** The station is set to another security profile than this port serves (A00.FR.002). */
    OTHER_PROFILE(HttpStatus.UNAUTHORIZED),
    /** The right credentials, but far too often in a short time. */
    FLAPPING(HttpStatus.TOO_MANY_REQUESTS),
    NO_CERTIFICATE(HttpStatus.FORBIDDEN),
    /** The certificate belongs to another station (A00.FR.405). */
    OTHER_CERTIFICATE(HttpStatus.FORBIDDEN),
    /** The certificate belongs to another organization (A00.FR.404). */
    OTHER_ORGANIZATION(HttpStatus.FORBIDDEN),
    EXPIRED_CERTIFICATE(HttpStatus.FORBIDDEN),
    /** A proxy brings a certificate that is not trusted (A00.FR.407). */
    UNTRUSTED_CERTIFICATE(HttpStatus.FORBIDDEN),
    REVOKED_CERTIFICATE(HttpStatus.FORBIDDEN),
    /** Nobody can say whether the certificate was revoked (A00.FR.705). */
    REVOCATION_UNKNOWN(HttpStatus.FORBIDDEN),
    /** No common sub-protocol, and the gateway is told to refuse that. */
    NO_SUBPROTOCOL(HttpStatus.BAD_REQUEST),

    // Without an answer, for there is no request.

    /** More connections than one address may have. */
    TOO_MANY_CONNECTIONS(HttpStatus.SERVICE_UNAVAILABLE),
    /** A load balancer does not begin with the header of the PROXY protocol. */
    BALANCER_HEADER(HttpStatus.BAD_REQUEST),
    /** The port is for proxies, and this is not one of them. */
    UNTRUSTED_PROXY(HttpStatus.FORBIDDEN),
    /** More connections in their handshake than this instance takes. */
    TOO_MANY_HANDSHAKES(HttpStatus.SERVICE_UNAVAILABLE),
    /** No WebSocket in the time that a handshake may take. */
    SLOW_HANDSHAKE(HttpStatus.REQUEST_TIMEOUT),
    /** Only versions of TLS that are not allowed (A00.FR.315). */
    TLS_VERSION(HttpStatus.BAD_REQUEST),
    /** TLS fails: no common cipher suite (A00.FR.322), or no TLS at all. */
    TLS_HANDSHAKE(HttpStatus.BAD_REQUEST),
    /** TLS fails for want of a certificate that is trusted (A00.FR.407). */
    CLIENT_CERTIFICATE(HttpStatus.FORBIDDEN);

    private static final Set<Refusal> GUESSES =
            EnumSet.of(OTHER_USER, UNKNOWN_STATION, WRONG_PASSWORD, OTHER_CERTIFICATE);

    private final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** Whether credentials were brought, and were wrong. */
    boolean guess() {
        return GUESSES.contains(this);
    }

    /** As metrics name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
