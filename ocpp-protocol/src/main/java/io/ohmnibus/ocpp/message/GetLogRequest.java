/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.LogEnum;
import io.ohmnibus.ocpp.type.LogParameters;
import org.jspecify.annotations.Nullable;

/** Asks a station to upload a log to a location (N01). */
public record GetLogRequest(
        LogParameters log,
        LogEnum logType,
        int requestId,
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer retries,
        @Nullable Integer retryInterval,
        @Nullable CustomData customData)
        implements Request<GetLogResponse> {}
