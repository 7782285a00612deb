/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import org.springframework.http.HttpStatus;

/** Why a handshake is not completed, and the status that the station gets. */
enum Refusal {
    /** The gateway does not know yet who may come in. */
    NOT_READY(HttpStatus.SERVICE_UNAVAILABLE),
    /** The path cannot belong to a station. */
    NO_STATION_PATH(HttpStatus.NOT_FOUND),
    NOT_A_WEBSOCKET(HttpStatus.UPGRADE_REQUIRED),
    NO_CREDENTIALS(HttpStatus.UNAUTHORIZED),
    /** The user name is not the identity in the path (A00.FR.204). */
    OTHER_USER(HttpStatus.UNAUTHORIZED),
    UNKNOWN_STATION(HttpStatus.NOT_FOUND),
    WRONG_PASSWORD(HttpStatus.UNAUTHORIZED),
    /** The station is set to another security profile than this port serves (A00.FR.002). */
    OTHER_PROFILE(HttpStatus.UNAUTHORIZED);

    private final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
