/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.topology;

import io.ohmnibus.ocpp.type.EVSE;
import org.jspecify.annotations.Nullable;

/**
 * A connector, an EVSE or the whole station.
 *
 * @param evseId 0 for the station
 * @param connectorId 0 for the EVSE or the station
 */
public record Place(int evseId, int connectorId) {

    public static final Place STATION = new Place(0, 0);

    /** The place that a message names; nothing stands for the station. */
    public static Place of(@Nullable EVSE evse) {
        if (evse == null) {
            return STATION;
        }
        Integer connector = evse.connectorId();
        return new Place(evse.id(), connector == null ? 0 : connector);
    }

    public boolean connector() {
        return connectorId > 0;
    }

    /** Whether a connector is this one, or one of this EVSE or station. */
    public boolean includes(Place other) {
        return other.connector()
                && (evseId == 0 || evseId == other.evseId())
                && (connectorId == 0 || connectorId == other.connectorId());
    }
}
