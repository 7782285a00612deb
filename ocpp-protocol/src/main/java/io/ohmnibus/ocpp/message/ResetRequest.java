/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.ResetEnum;
import org.jspecify.annotations.Nullable;

/** Asks a station, or one EVSE, to restart (B11, B12, B13). */
public record ResetRequest(
        ResetEnum type,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer evseId,
        @Nullable CustomData customData)
        implements Request<ResetResponse> {}
