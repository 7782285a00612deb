/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Confirms that the station shows so. */
@Since(OcppVersion.V2_1)
public record NotifyWebPaymentStartedResponse(@Nullable CustomData customData) implements Response {

    /** Says nothing more than that the request was received. */
    public static final NotifyWebPaymentStartedResponse EMPTY =
            new NotifyWebPaymentStartedResponse(null);
}
