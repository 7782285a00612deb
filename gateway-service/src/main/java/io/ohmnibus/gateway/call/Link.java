/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.call;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;

/**
 * What does not change about a connection.
 *
 * @param entry what the directory was told when it was made
 * @param admittedNanos when the station was let in, by {@link System#nanoTime}
 */
public record Link(
        StationKey station, OcppVersion version, StationConnection entry, long admittedNanos) {

    /** Whether this one was made after one that was let in then. */
    public boolean isNewerThan(long otherAdmittedNanos) {
        return admittedNanos - otherAdmittedNanos > 0;
    }

    /** A UUID, new for every WebSocket. */
    public String id() {
        return entry.connectionId();
    }

    public Instant connectedAt() {
        return entry.connectedAt();
    }

    /** Address and port of the peer. */
    public String remoteAddress() {
        return entry.remoteAddress();
    }
}
