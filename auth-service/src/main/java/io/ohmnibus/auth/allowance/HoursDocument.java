/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.allowance;

import io.ohmnibus.auth.allowance.WeeklyHours.Period;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the week in the REST API.
 *
 * @param timeZone such as {@code Europe/Berlin}; UTC when absent
 */
public record HoursDocument(@Nullable String timeZone, @Nullable List<PeriodDocument> periods) {

    private static final int MOST = 50;

    /**
     * Some hours of some days.
     *
     * @param days on which it begins, such as MONDAY; every day when absent
     * @param from such as 08:00
     * @param until such as 18:00; at or before the begin, it is on the day after
     */
    public record PeriodDocument(
            @Nullable Set<DayOfWeek> days, @Nullable LocalTime from, @Nullable LocalTime until) {}

    public static @Nullable HoursDocument of(@Nullable WeeklyHours hours) {
        return hours == null
                ? null
                : new HoursDocument(
                        hours.timeZone().getId(),
                        hours.periods().stream()
                                .map(one -> new PeriodDocument(one.days(), one.from(), one.until()))
                                .toList());
    }

    /** The hours, or empty when they make no sense. */
    public Optional<WeeklyHours> hours() {
        List<PeriodDocument> entered = periods == null ? List.of() : periods;
        boolean complete =
                entered.stream().allMatch(one -> one.from() != null && one.until() != null);
        if (entered.isEmpty() || entered.size() > MOST || !complete) {
            return Optional.empty();
        }
        try {
            ZoneId zone = ZoneId.of(timeZone == null ? "UTC" : timeZone);
            return Optional.of(
                    new WeeklyHours(zone, entered.stream().map(HoursDocument::period).toList()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Period period(PeriodDocument entered) {
        LocalTime from = entered.from();
        LocalTime until = entered.until();
        Set<DayOfWeek> days = entered.days();
        if (from == null || until == null) {
            throw new IllegalArgumentException("the document was not checked");
        }
        return new Period(
                days == null || days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                from,
                until);
    }
}
