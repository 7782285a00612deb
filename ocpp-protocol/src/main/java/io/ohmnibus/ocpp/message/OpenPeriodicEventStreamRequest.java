/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.ConstantStreamData;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Announces that the values of a monitor will come as a stream of periodic events (N11). */
@Since(OcppVersion.V2_1)
public record OpenPeriodicEventStreamRequest(
        ConstantStreamData constantStreamData, @Nullable CustomData customData)
        implements Request<OpenPeriodicEventStreamResponse> {}
