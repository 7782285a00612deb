/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.station.topology.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How long an EVSE was in which state in a period, and how much of it counts as uptime. Pure; the
 * rule is in {@code docs/uptime.md}.
 *
 * @param measured from the first known state to the end of the period
 * @param outage all the time in which the EVSE was not up
 * @param excluded how much of the outage does not count
 * @param states durations by state; {@code Offline} while the station was not connected
 */
record Uptime(
        int evseId,
        Duration measured,
        Duration outage,
        Duration excluded,
        Map<String, Duration> states,
        List<Outage> outages) {

    static final String OFFLINE = "Offline";

    private static final int DECIMALS = 3;

    Uptime {
        states = Map.copyOf(states);
        outages = List.copyOf(outages);
    }

    /**
     * A time without pause in which an EVSE was not up.
     *
     * @param state the one it began with
     * @param to the end of the period when it lasts on
     * @param excluded how much of it does not count
     */
    record Outage(int evseId, String state, Instant from, Instant to, Duration excluded) {}

    /** What is known of a station in a period; changes are in order. */
    record Known(
            List<StateChange> changes, List<Period> connected, List<ExcludedPeriod> excluded) {}

    /** The figures of an EVSE. */
    static Uptime of(int evseId, Period period, Known known) {
        List<StateChange> own =
                known.changes().stream()
                        .filter(change ->
                                change.place().evseId() == evseId
                                        || change.place().equals(Place.STATION))
                        .toList();
        List<Period> excluded =
                known.excluded().stream()
                        .filter(exclusion -> exclusion.covers(evseId))
                        .map(ExcludedPeriod::period)
                        .toList();
        return new Sweep(evseId, known.connected(), excluded).over(period, own);
    }

    /** In percent, rounded down so that nobody passes a threshold who does not; or null. */
    @Nullable BigDecimal percent() {
        if (measured.isZero()) {
            return null;
        }
        Duration counted = measured.minus(outage).plus(excluded);
        return BigDecimal.valueOf(counted.toMillis())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(measured.toMillis()), DECIMALS, RoundingMode.DOWN);
    }

    /** Goes through a period from change to change; nothing changes between two of its stops. */
    private static final class Sweep {

        private final EvseState state;
        private final int evseId;
        private final List<Period> connected;
        private final List<Period> excluded;
        private final SortedMap<String, Duration> durations = new TreeMap<>();
        private final List<Outage> outages = new ArrayList<>();
        private Duration measured = Duration.ZERO;
        private @Nullable Outage open;

        Sweep(int evseId, List<Period> connected, List<Period> excluded) {
            this.state = new EvseState(evseId);
            this.evseId = evseId;
            this.connected = connected;
            this.excluded = excluded;
        }

        Uptime over(Period period, List<StateChange> changes) {
            Cursor online = new Cursor(connected);
            int next = 0;
            Instant from = null;
            for (Instant to : stops(period, changes)) {
                if (from != null) {
                    step(new Period(from, to), online.contains(from));
                }
                while (next < changes.size() && !changes.get(next).at().isAfter(to)) {
                    state.change(changes.get(next++));
                }
                from = to;
            }
            close();
            return new Uptime(
                    evseId, measured, sum(outages, false), sum(outages, true), durations, outages);
        }

        private SortedSet<Instant> stops(Period period, List<StateChange> changes) {
            SortedSet<Instant> stops = new TreeSet<>();
            changes.forEach(change -> stops.add(change.at()));
            connected.forEach(each -> addEnds(stops, each));
            excluded.forEach(each -> addEnds(stops, each));
            stops.removeIf(stop -> !period.contains(stop));
            addEnds(stops, period);
            return stops;
        }

        private static void addEnds(Collection<Instant> stops, Period period) {
            stops.add(period.from());
            stops.add(period.to());
        }

        private void step(Period step, boolean isOnline) {
            String reported = state.state();
            if (reported == null) { // not known yet
                return;
            }
            String shown = isOnline ? reported : OFFLINE;
            measured = measured.plus(step.length());
            durations.merge(shown, step.length(), Duration::plus);
            if (isOnline && EvseState.up(reported)) {
                close();
                return;
            }
            Outage before = open;
            Duration exempt = isExcluded(step) ? step.length() : Duration.ZERO;
            open =
                    before == null
                            ? new Outage(evseId, shown, step.from(), step.to(), exempt)
                            : new Outage(
                                    evseId,
                                    before.state(),
                                    before.from(),
                                    step.to(),
                                    before.excluded().plus(exempt));
        }

        private boolean isExcluded(Period step) {
            return excluded.stream().anyMatch(each -> each.contains(step.from()));
        }

        private void close() {
            if (open != null) {
                outages.add(open);
                open = null;
            }
        }

        private static Duration sum(List<Outage> outages, boolean excluded) {
            return outages.stream()
                    .map(each ->
                            excluded ? each.excluded() : Duration.between(each.from(), each.to()))
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** Asks sorted periods about times that only go forward. */
    private static final class Cursor {

        private final List<Period> periods;
        private int next;

        Cursor(List<Period> periods) {
            this.periods = periods;
        }

        boolean contains(Instant time) {
            while (next < periods.size() && !periods.get(next).to().isAfter(time)) {
                next++;
            }
            return next < periods.size() && periods.get(next).contains(time);
        }
    }
}
