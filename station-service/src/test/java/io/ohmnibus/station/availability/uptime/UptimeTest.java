/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.station.availability.uptime.ExcludedPeriod.Cause;
import io.ohmnibus.station.availability.uptime.Uptime.Outage;
import io.ohmnibus.station.topology.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class UptimeTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Period DAY = hours(0, 24);
    private static final List<Period> ALWAYS = List.of(DAY);

    private static Instant hour(int hour) {
        return START.plus(Duration.ofHours(hour));
    }

    private static Period hours(int from, int to) {
        return new Period(hour(from), hour(to));
    }

    private static StateChange change(int evse, int connector, String state, int hour) {
        return new StateChange(new Place(evse, connector), state, hour(hour));
    }

    private static ExcludedPeriod excluded(int evse, int from, int to) {
        return new ExcludedPeriod(
                1, evse, Cause.PLANNED_MAINTENANCE, hours(from, to), null, START, "somebody");
    }

    private static Uptime uptime(
            List<StateChange> changes, List<Period> connected, ExcludedPeriod... excluded) {
        return Uptime.of(1, DAY, new Uptime.Known(changes, connected, List.of(excluded)));
    }

    @Test
    void whatIsInUseOrFreeOrReservedIsUp() {
        Uptime uptime =
                uptime(
                        List.of(
                                change(1, 1, "Available", 0),
                                change(1, 1, "Occupied", 6),
                                change(1, 1, "Reserved", 12)),
                        ALWAYS);
        assertThat(uptime.percent()).isEqualByComparingTo("100");
        assertThat(uptime.outages()).isEmpty();
        assertThat(uptime.states())
                .containsEntry("Available", Duration.ofHours(6))
                .containsEntry("Occupied", Duration.ofHours(6))
                .containsEntry("Reserved", Duration.ofHours(12));
    }

    @Test
    void whatIsFaultedUnavailableOrOfflineIsDown() {
        Uptime uptime =
                uptime(
                        List.of(
                                change(1, 1, "Available", 0),
                                change(1, 1, "Faulted", 4),
                                change(1, 1, "Unavailable", 5),
                                change(1, 1, "Available", 6)),
                        List.of(hours(0, 20)));
        assertThat(uptime.outage()).isEqualTo(Duration.ofHours(6));
        assertThat(uptime.percent()).isEqualByComparingTo("75");
        assertThat(uptime.states()).containsEntry("Offline", Duration.ofHours(4));
        assertThat(uptime.outages())
                .containsExactly(
                        new Outage(1, "Faulted", hour(4), hour(6), Duration.ZERO),
                        new Outage(1, "Offline", hour(20), hour(24), Duration.ZERO));
    }

    @Test
    void plannedMaintenanceDoesNotCountWhereThereWasAnOutage() {
        List<StateChange> changes =
                List.of(
                        change(1, 1, "Available", 0),
                        change(1, 1, "Unavailable", 2),
                        change(1, 1, "Available", 8));
        Uptime uptime = uptime(changes, ALWAYS, excluded(0, 1, 5), excluded(1, 4, 6));
        assertThat(uptime.excluded()).isEqualTo(Duration.ofHours(4));
        // 24 h less 6 h of outage, of which 4 h do not count.
        assertThat(uptime.percent()).isEqualByComparingTo("91.666");
        assertThat(uptime(changes, ALWAYS, excluded(2, 1, 9)).percent()).isEqualByComparingTo("75");
    }

    @Test
    void whatIsNotKnownYetIsNotMeasured() {
        Uptime uptime = uptime(List.of(change(1, 1, "Available", 18)), List.of(hours(18, 24)));
        assertThat(uptime.measured()).isEqualTo(Duration.ofHours(6));
        assertThat(uptime.percent()).isEqualByComparingTo("100");
        Uptime nothing = uptime(List.of(), List.of());
        assertThat(nothing.measured()).isZero();
        assertThat(nothing.percent()).isNull();
    }

    @Test
    void oneConnectorThatCanBeUsedIsEnough() {
        Uptime uptime =
                uptime(
                        List.of(
                                change(1, 1, "Available", 0),
                                change(1, 2, "Available", 0),
                                change(1, 1, "Faulted", 6),
                                change(1, 2, "Faulted", 12),
                                change(2, 1, "Available", 12)),
                        ALWAYS);
        assertThat(uptime.outages()).extracting(Outage::from).containsExactly(hour(12));
        assertThat(uptime.percent()).isEqualByComparingTo("50");
    }

    @Test
    void anEvseOrStationSpeaksWhereItsConnectorsDoNot() {
        Uptime evse =
                uptime(List.of(change(0, 0, "Faulted", 0), change(1, 0, "Available", 12)), ALWAYS);
        assertThat(evse.percent()).isEqualByComparingTo("50");
        Uptime connector =
                uptime(
                        List.of(
                                change(0, 0, "Faulted", 0),
                                change(1, 0, "Faulted", 0),
                                change(1, 1, "Available", 0)),
                        ALWAYS);
        assertThat(connector.percent()).isEqualByComparingTo("100");
    }

    @Test
    void isRoundedDown() {
        Instant second = START.plusSeconds(1);
        Uptime uptime =
                uptime(
                        List.of(
                                new StateChange(new Place(1, 1), "Faulted", START),
                                new StateChange(new Place(1, 1), "Available", second)),
                        ALWAYS);
        assertThat(uptime.percent()).isEqualByComparingTo("99.998");
    }

    /** Whatever happens: states fill the measured time, outages are apart, and add up. */
    @Test
    void theFiguresAddUp() {
        String[] states = {"Available", "Occupied", "Reserved", "Unavailable", "Faulted"};
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<StateChange> changes = new ArrayList<>();
            List<Period> connected = new ArrayList<>();
            List<ExcludedPeriod> excluded = new ArrayList<>();
            for (int hour = 0; hour < 24; hour += 1 + random.nextInt(4)) {
                String state = states[random.nextInt(states.length)];
                changes.add(change(1, 1 + random.nextInt(2), state, hour));
                if (random.nextBoolean()) {
                    connected.add(hours(hour, hour + 1));
                }
                excluded.add(excluded(random.nextInt(3), hour, hour + 1 + random.nextInt(9)));
            }
            Uptime uptime = Uptime.of(1, DAY, new Uptime.Known(changes, connected, excluded));
            assertThat(uptime.states().values().stream().reduce(Duration.ZERO, Duration::plus))
                    .isEqualTo(uptime.measured())
                    .isEqualTo(Duration.ofDays(1));
            assertThat(uptime.excluded()).isLessThanOrEqualTo(uptime.outage());
            assertThat(uptime.percent()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
            for (int i = 1; i < uptime.outages().size(); i++) {
                assertThat(uptime.outages().get(i).from())
                        .isAfter(uptime.outages().get(i - 1).to());
            }
        }
    }
}
