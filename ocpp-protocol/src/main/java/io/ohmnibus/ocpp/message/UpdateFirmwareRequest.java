/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.Firmware;
import org.jspecify.annotations.Nullable;

/** Asks a station to fetch and install firmware (L01, L02). */
public record UpdateFirmwareRequest(
        @Range(min = 0, since = OcppVersion.V2_1) @Nullable Integer retries,
        @Nullable Integer retryInterval,
        int requestId,
        Firmware firmware,
        @Nullable CustomData customData)
        implements Request<UpdateFirmwareResponse> {}
