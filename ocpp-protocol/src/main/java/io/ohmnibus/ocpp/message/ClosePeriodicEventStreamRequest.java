/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Announces that the station closed an event stream (N13). */
@Since(OcppVersion.V2_1)
public record ClosePeriodicEventStreamRequest(
        @Range(min = 0) int id, @Nullable CustomData customData)
        implements Request<ClosePeriodicEventStreamResponse> {}
