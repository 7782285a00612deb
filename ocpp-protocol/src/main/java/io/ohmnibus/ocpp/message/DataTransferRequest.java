/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Carries data that only a vendor's definition explains, in either direction (P01, P02). */
public record DataTransferRequest(
        @Length(max = 50) @Nullable String messageId,
        @Nullable Object data,
        @Length(max = 255) String vendorId,
        @Nullable CustomData customData)
        implements Request<DataTransferResponse> {}
