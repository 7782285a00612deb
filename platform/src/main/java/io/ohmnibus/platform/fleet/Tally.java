/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many stations are in which state. */
record Tally(Map<StationState, Long> counts) {

    /** So many stations of a wave in one state. */
    record Count(int wave, StationState state, long stations) {}

    static Tally of(List<Count> counts) {
        Map<StationState, Long> sums = new EnumMap<>(StationState.class);
        counts.forEach(count -> sums.merge(count.state(), count.stations(), Long::sum));
        return new Tally(sums);
    }

    long of(StationState state) {
        return counts.getOrDefault(state, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those whose outcome is still to come. */
    long open() {
        return of(StationState.PLANNED) + of(StationState.SENT);
    }

    long failures() {
        return counts.keySet().stream().filter(StationState::failure).mapToLong(this::of).sum();
    }

    /** Whether more failed than may; stations that are offline do not count at all. */
    boolean exceeds(@Nullable BigDecimal rate, long forgiven) {
        if (rate == null) {
            return false;
        }
        long tried = total() - of(StationState.OFFLINE);
        long failed = failures() - forgiven;
        return failed > 0
                && BigDecimal.valueOf(failed).compareTo(rate.multiply(BigDecimal.valueOf(tried)))
                        > 0;
    }
}
