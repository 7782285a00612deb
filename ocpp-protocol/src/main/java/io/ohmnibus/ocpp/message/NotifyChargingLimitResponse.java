/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Confirms that the limit is known. */
public record NotifyChargingLimitResponse(@Nullable CustomData customData) implements Response {

    /** Says nothing more than that the request was received. */
    public static final NotifyChargingLimitResponse EMPTY = new NotifyChargingLimitResponse(null);
}
