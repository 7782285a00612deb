/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.platform.command.CommandOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is remembered.
 *
 * @param request the request's payload, JSON of OCPP 2.1, without its secrets
 * @param selector as JSON
 * @param reason why it is in this state, where nobody has asked for it
 * @param stations how many it is for
 * @param wave the newest that has begun
 */
record StoredCampaign(
        UUID id,
        String tenant,
        @Nullable String name,
        Action action,
        String request,
        String selector,
        Pace pace,
        CommandOptions options,
        String createdBy,
        Instant createdAt,
        int stations,
        State state) {

    /** How carefully it goes on. */
    record Pace(
            List<Integer> waves,
            @Nullable BigDecimal maxFailureRate,
            @Nullable Duration nextWaveAfter) {}

    /** Where it stands. */
    record State(
            CampaignState state,
            @Nullable String reason,
            int wave,
            Instant waveBeganAt,
            int forgiven,
            @Nullable Instant endedAt) {}
}
