/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.allowance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * Hours of the week in which a token counts.
 *
 * @param timeZone whose clocks show the hours, such as {@code Europe/Berlin}
 */
public record WeeklyHours(ZoneId timeZone, List<Period> periods) {

    /**
     * Some hours of some days. One that ends where it begins, or before, goes on after midnight.
     *
     * @param days on which it begins
     */
    public record Period(Set<DayOfWeek> days, LocalTime from, LocalTime until) {

        public Period {
            days = Set.copyOf(days);
        }

        private boolean contains(ZonedDateTime local) {
            LocalTime time = local.toLocalTime();
            boolean begun = !time.isBefore(from);
            boolean over = !time.isBefore(until);
            if (from.isBefore(until)) {
                return begun && !over && days.contains(local.getDayOfWeek());
            }
            return (begun && days.contains(local.getDayOfWeek()))
                    || (!over && days.contains(local.getDayOfWeek().minus(1)));
        }
    }

    public WeeklyHours {
        periods = List.copyOf(periods);
    }

    /** Whether a time is in them. */
    public boolean contains(Instant time) {
        ZonedDateTime local = time.atZone(timeZone);
        return periods.stream().anyMatch(period -> period.contains(local));
    }
}
