/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Sets how severe an event must be to be reported: from 0, only the worst, to 9, all (N05). */
public record SetMonitoringLevelRequest(
        @Range(min = 0, since = OcppVersion.V2_1) int severity, @Nullable CustomData customData)
        implements Request<SetMonitoringLevelResponse> {}
