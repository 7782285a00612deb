/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.ohmnibus.platform.command.WhenOffline;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A campaign and its progress.
 *
 * @param request the payload that stations get; secrets and values of SetVariables are hidden
 * @param state Running, Paused, Halted, Completed or Cancelled
 * @param reason why it halted
 * @param stations of the whole campaign
 * @param progress each wave; only in the view of one campaign
 */
record CampaignView(
        UUID id,
        @Nullable String name,
        String action,
        @JsonRawValue @Schema(type = "object", types = "object") String request,
        @JsonRawValue @Schema(implementation = StationSelector.class) String selector,
        List<Integer> waves,
        @Nullable BigDecimal maxFailureRate,
        WhenOffline whenOffline,
        @Schema(type = "string", format = "duration") Duration deadline,
        @Schema(type = "string", format = "duration") @Nullable Duration nextWaveAfter,
        String createdBy,
        Instant createdAt,
        CampaignState state,
        @Nullable String reason,
        @Nullable Instant endedAt,
        Stations stations,
        @Nullable List<Wave> progress) {

    /** How many stations are in which state. */
    record Stations(
            long total,
            long planned,
            long sent,
            long succeeded,
            long rejected,
            long refused,
            long timedOut,
            long offline,
            long notSent,
            long cancelled) {

        static Stations of(Tally tally) {
            return new Stations(
                    tally.total(),
                    tally.of(StationState.PLANNED),
                    tally.of(StationState.SENT),
                    tally.of(StationState.SUCCEEDED),
                    tally.of(StationState.REJECTED),
                    tally.of(StationState.REFUSED),
                    tally.of(StationState.TIMED_OUT),
                    tally.of(StationState.OFFLINE),
                    tally.of(StationState.NOT_SENT),
                    tally.of(StationState.CANCELLED));
        }
    }

    /**
     * A wave, counted from 1.
     *
     * @param begun whether the turn of its stations has come
     */
    record Wave(int wave, boolean begun, Stations stations) {}

    static CampaignView of(StoredCampaign campaign, List<Tally.Count> counts, boolean detail) {
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                campaign.action().wireName(),
                campaign.request(),
                campaign.selector(),
                campaign.pace().waves(),
                campaign.pace().maxFailureRate(),
                campaign.options().waitWhenOffline() ? WhenOffline.wait : WhenOffline.fail,
                campaign.options().deadline(),
                campaign.pace().nextWaveAfter(),
                campaign.createdBy(),
                campaign.createdAt(),
                campaign.state().state(),
                campaign.state().reason(),
                campaign.state().endedAt(),
                Stations.of(Tally.of(counts)),
                detail ? waves(campaign, counts) : null);
    }

    private static List<Wave> waves(StoredCampaign campaign, List<Tally.Count> counts) {
        Map<Integer, List<Tally.Count>> byWave =
                counts.stream().collect(Collectors.groupingBy(Tally.Count::wave));
        return byWave.keySet().stream()
                .sorted()
                .map(wave ->
                        new Wave(
                                wave,
                                wave <= campaign.state().wave(),
                                Stations.of(Tally.of(byWave.getOrDefault(wave, List.of())))))
                .toList();
    }
}
