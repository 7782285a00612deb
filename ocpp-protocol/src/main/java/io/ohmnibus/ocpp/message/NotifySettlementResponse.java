/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Confirms the settlement, with the receipt where the CSMS makes one. */
@Since(OcppVersion.V2_1)
public record NotifySettlementResponse(
        @Length(max = 2000) @Nullable String receiptUrl,
        @Length(max = 50) @Nullable String receiptId,
        @Nullable CustomData customData)
        implements Response {

    /** Says nothing more than that the request was received. */
    public static final NotifySettlementResponse EMPTY =
            new NotifySettlementResponse(null, null, null);
}
