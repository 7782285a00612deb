/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.availability.uptime.ExcludedPeriod.Cause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class PostgresExcludedPeriodsIT {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final ExcludedPeriods periods;

    PostgresExcludedPeriodsIT(TestDatabase database) {
        periods =
                new PostgresExcludedPeriods(
                        ServiceDatabase.migrate(database, Service.STATION).client());
    }

    private ExcludedPeriod add(int from, int to) {
        Period period = period(from, to);
        return Objects.requireNonNull(
                periods.add(
                                STATION,
                                new ExcludedPeriod(
                                        0, 2, Cause.VANDALISM, period, "why", START, "somebody"))
                        .block());
    }

    private static Period period(int from, int to) {
        return new Period(START.plusSeconds(from), START.plusSeconds(to));
    }

    @Test
    void areKeptListedAndRemoved() {
        ExcludedPeriod first = add(0, 10);
        ExcludedPeriod second = add(10, 20);
        assertThat(second.cause()).isEqualTo(Cause.VANDALISM);
        assertThat(second.period()).isEqualTo(period(10, 20));
        assertThat(second.note()).isEqualTo("why");
        assertThat(periods.list(STATION, null, 10).collectList().block())
                .containsExactly(second, first);
        assertThat(periods.list(STATION, second.id(), 10).collectList().block())
                .containsExactly(first);
        assertThat(periods.within(STATION, period(5, 10)).collectList().block())
                .isEqualTo(List.of(first));
        assertThat(periods.within(STATION, period(5, 11)).count().block()).isEqualTo(2);

        StationKey other = new StationKey("other", "CS-1");
        assertThat(periods.remove(other, first.id()).block()).isFalse();
        assertThat(periods.remove(STATION, first.id()).block()).isTrue();
        assertThat(periods.list(STATION, null, 10).count().block()).isEqualTo(1);
    }
}
