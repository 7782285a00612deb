/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks which event streams are open (N12). */
@Since(OcppVersion.V2_1)
public record GetPeriodicEventStreamRequest(@Nullable CustomData customData)
        implements Request<GetPeriodicEventStreamResponse> {}
