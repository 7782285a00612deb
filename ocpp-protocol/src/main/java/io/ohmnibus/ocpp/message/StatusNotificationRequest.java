/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.CustomData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reports the state of a connector (G01, G03, G04). */
public record StatusNotificationRequest(
        Instant timestamp,
        ConnectorStatusEnum connectorStatus,
        @Range(min = 0, since = OcppVersion.V2_1) int evseId,
        @Range(min = 0, since = OcppVersion.V2_1) int connectorId,
        @Nullable CustomData customData)
        implements Request<StatusNotificationResponse> {}
