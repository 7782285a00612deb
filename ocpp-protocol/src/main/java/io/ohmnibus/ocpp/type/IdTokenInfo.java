/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record IdTokenInfo(
        AuthorizationStatusEnum status,
        @Nullable Instant cacheExpiryDateTime,
        @Nullable Integer chargingPriority,
        @Nullable IdToken groupIdToken,
        @Length(max = 8) @Nullable String language1,
        @Length(max = 8) @Nullable String language2,
        @Items @Range(min = 0, since = OcppVersion.V2_1) @Nullable List<Integer> evseId,
        @Nullable MessageContent personalMessage,
        @Nullable CustomData customData) {
    public IdTokenInfo {
        evseId = evseId == null ? null : List.copyOf(evseId);
    }
}
