/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.PeriodicEventStreamParams;
import org.jspecify.annotations.Nullable;

/** Changes how often, or after how many values, an open event stream is sent (N14). */
@Since(OcppVersion.V2_1)
public record AdjustPeriodicEventStreamRequest(
        @Range(min = 0) int id, PeriodicEventStreamParams params, @Nullable CustomData customData)
        implements Request<AdjustPeriodicEventStreamResponse> {}
