/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.OcppVersion;

/** The station a message came from, the version its connection speaks, and the message itself. */
public record Station(StationKey key, OcppVersion version, Call call) {

    public String tenant() {
        return key.tenant();
    }

    /** The identity of the station within its tenant. */
    public String id() {
        return key.stationId();
    }
}
