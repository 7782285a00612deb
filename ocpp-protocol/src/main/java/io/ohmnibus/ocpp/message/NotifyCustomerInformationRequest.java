/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.type.CustomData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Delivers a part of what a station stores about a customer (N09, N10). */
public record NotifyCustomerInformationRequest(
        @Length(max = 512) String data,
        @Nullable Boolean tbc,
        @Range(min = 0, since = OcppVersion.V2_1) int seqNo,
        Instant generatedAt,
        @Range(min = 0, since = OcppVersion.V2_1) int requestId,
        @Nullable CustomData customData)
        implements Request<NotifyCustomerInformationResponse> {}
