/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks a station to unlock a connector, to help a driver whose plug is stuck (F05). */
public record UnlockConnectorRequest(
        @Range(min = 0, since = OcppVersion.V2_1) int evseId,
        @Range(min = 0, since = OcppVersion.V2_1) int connectorId,
        @Nullable CustomData customData)
        implements Request<UnlockConnectorResponse> {}
