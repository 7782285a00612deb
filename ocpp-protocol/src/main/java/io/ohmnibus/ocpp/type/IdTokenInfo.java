/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standing of a token: whether it may charge, where, how long this may be cached and what to
 * tell the driver.
 *
 * @param chargingPriority from -9 to 9; 0 when absent
 * @param language1 what the driver prefers to read
 * @param language2 what the driver reads otherwise
 * @param evseId where the token may charge; anywhere when absent
 */
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
