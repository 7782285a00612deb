/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time by which a station sets its clock. */
public record HeartbeatResponse(Instant currentTime, @Nullable CustomData customData)
        implements Response {}
