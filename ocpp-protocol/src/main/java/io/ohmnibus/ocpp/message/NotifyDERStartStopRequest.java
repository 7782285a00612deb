/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.message;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports that a scheduled grid control became active or ended (R04). */
@Since(OcppVersion.V2_1)
public record NotifyDERStartStopRequest(
        @Length(max = 36) String controlId,
        boolean started,
        Instant timestamp,
        @Items(max = 24) @Length(max = 36) @Nullable List<String> supersededIds,
        @Nullable CustomData customData)
        implements Request<NotifyDERStartStopResponse> {

    public NotifyDERStartStopRequest {
        supersededIds = supersededIds == null ? null : List.copyOf(supersededIds);
    }
}
