/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Shows that a station is alive, and asks for the time (B04). */
public record HeartbeatRequest(@Nullable CustomData customData)
        implements Request<HeartbeatResponse> {}
