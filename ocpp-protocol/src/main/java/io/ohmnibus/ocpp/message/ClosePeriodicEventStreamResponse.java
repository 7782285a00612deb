/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import org.jspecify.annotations.Nullable;

/** Confirms that the stream is closed. */
@Since(OcppVersion.V2_1)
public record ClosePeriodicEventStreamResponse(@Nullable CustomData customData)
        implements Response {

    /** Says nothing more than that the request was received. */
    public static final ClosePeriodicEventStreamResponse EMPTY =
            new ClosePeriodicEventStreamResponse(null);
}
