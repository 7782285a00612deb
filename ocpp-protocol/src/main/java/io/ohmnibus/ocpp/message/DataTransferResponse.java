/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import org.jspecify.annotations.Nullable;

/** The vendor-specific answer, or why there is none. */
public record DataTransferResponse(
        DataTransferStatusEnum status,
        @Nullable StatusInfo statusInfo,
        @Nullable Object data,
        @Nullable CustomData customData)
        implements Response {}
