/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.allowance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.allowance.HoursDocument.PeriodDocument;
import io.ohmnibus.auth.allowance.WeeklyHours.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WeeklyHoursTest {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime SIX_PM = LocalTime.of(18, 0);

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T06:59:59Z, false",
        "2026-03-02T07:00:00Z, true",
        "2026-03-02T16:59:59Z, true",
        "2026-03-02T17:00:00Z, false",
        "2026-03-03T10:00:00Z, false",
        "2026-07-06T06:00:00Z, true"
    })
    void goesByTheClocksOfItsZone(Instant time, boolean inside) {
        WeeklyHours hours =
                new WeeklyHours(
                        ZoneId.of("Europe/Berlin"),
                        List.of(new Period(Set.of(DayOfWeek.MONDAY), EIGHT, SIX_PM)));

        assertThat(hours.contains(time)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T17:00:00Z, false",
        "2026-03-02T18:00:00Z, true",
        "2026-03-03T07:59:59Z, true",
        "2026-03-03T08:00:00Z, false",
        "2026-03-02T07:00:00Z, false"
    })
    void goesOnAfterMidnight(Instant time, boolean inside) {
        WeeklyHours night =
                new WeeklyHours(
                        ZoneId.of("UTC"),
                        List.of(new Period(Set.of(DayOfWeek.MONDAY), SIX_PM, EIGHT)));

        assertThat(night.contains(time)).isEqualTo(inside);
    }

    @Test
    void makesSenseOrIsRefused() {
        List<PeriodDocument> day = List.of(new PeriodDocument(null, EIGHT, SIX_PM));
        assertThat(new HoursDocument(null, day).hours()).isPresent();
        assertThat(new HoursDocument("Mars/Base", day).hours()).isEmpty();
        assertThat(new HoursDocument(null, List.of()).hours()).isEmpty();
        assertThat(new HoursDocument(null, null).hours()).isEmpty();
        assertThat(new HoursDocument(null, List.of(new PeriodDocument(null, EIGHT, null))).hours())
                .isEmpty();
    }
}
