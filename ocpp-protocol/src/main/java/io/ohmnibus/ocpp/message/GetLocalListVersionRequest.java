/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Asks which version of the local authorization list a station has (D02). */
public record GetLocalListVersionRequest(@Nullable CustomData customData)
        implements Request<GetLocalListVersionResponse> {}
