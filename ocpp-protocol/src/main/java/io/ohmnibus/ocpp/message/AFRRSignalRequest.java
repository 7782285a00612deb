/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Passes the station a signal of the grid operator for frequency restoration, to be turned into
 * power by the curve in its charging profile (Q08).
 */
@Since(OcppVersion.V2_1)
public record AFRRSignalRequest(Instant timestamp, int signal, @Nullable CustomData customData)
        implements Request<AFRRSignalResponse> {}
