/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The uptime of a station in a period.
 *
 * @param uptimePercent the mean of the EVSEs; absent when nothing is known of any
 */
record UptimeView(
        Instant from, Instant to, @Nullable BigDecimal uptimePercent, List<EvseView> evses) {

    /**
     * One EVSE.
     *
     * @param measured from the first known state to the end of the period
     * @param outage all the time in which it was not up
     * @param excluded how much of that does not count
     * @param states durations by state; Offline while the station was not connected
     */
    record EvseView(
            int evseId,
            @Nullable BigDecimal uptimePercent,
            @Schema(type = "string", format = "duration") Duration measured,
            @Schema(type = "string", format = "duration") Duration outage,
            @Schema(type = "string", format = "duration") Duration excluded,
            int outages,
            @Schema(example = "{\"Available\": \"PT700H\", \"Faulted\": \"PT20H\"}")
                    Map<String, Duration> states) {

        static EvseView of(Uptime uptime) {
            return new EvseView(
                    uptime.evseId(),
                    uptime.percent(),
                    uptime.measured(),
                    uptime.outage(),
                    uptime.excluded(),
                    uptime.outages().size(),
                    new TreeMap<>(uptime.states()));
        }
    }

    static UptimeView of(Period period, List<Uptime> evses) {
        return new UptimeView(
                period.from(), period.to(), mean(evses), evses.stream().map(EvseView::of).toList());
    }

    private static @Nullable BigDecimal mean(List<Uptime> evses) {
        List<BigDecimal> known =
                evses.stream().map(Uptime::percent).filter(Objects::nonNull).toList();
        return known.isEmpty()
                ? null
                : known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(known.size()), 3, RoundingMode.DOWN);
    }
}
