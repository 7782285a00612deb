/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The availability of a connector, an EVSE or a whole station became another.
 *
 * @param evseId 0 when it is about the station
 * @param connectorId 0 when it is about the EVSE or the station
 * @param from null when it was not known
 * @param reportedAt by the clock of the station
 * @param receivedAt by the clock of the platform
 */
public record AvailabilityChanged(
        int evseId,
        int connectorId,
        @Nullable ConnectorStatusEnum from,
        ConnectorStatusEnum to,
        Instant reportedAt,
        Instant receivedAt) {}
