/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Confirms that the events were recorded. */
public record NotifyEventResponse(@Nullable CustomData customData) implements Response {

    /** Says nothing more than that the request was received. */
    public static final NotifyEventResponse EMPTY = new NotifyEventResponse(null);
}
