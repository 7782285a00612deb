/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.station.topology.Place;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The availability of a station, its EVSEs and connectors. */
record AvailabilityOverview(List<Entry> places) {

    AvailabilityOverview {
        places = List.copyOf(places);
    }

    /**
     * One place.
     *
     * @param evseId 0 for the station
     * @param connectorId 0 for the EVSE or the station
     * @param state as the station reported it; null when it did not
     * @param usable whether a driver can use the connector: it is Available, and no other connector
     *     of its EVSE is taken, which stations do not report (G01.FR.08)
     * @param clockSuspect whether the station's clock was wrong when it reported
     * @param lockProblem whether the plug could not be locked (G05)
     * @param requested the last ChangeAvailability
     */
    record Entry(
            int evseId,
            int connectorId,
            @Nullable String state,
            @Nullable Boolean usable,
            @Nullable String source,
            @Nullable Instant reportedAt,
            @Nullable Instant receivedAt,
            @Nullable Boolean clockSuspect,
            boolean lockProblem,
            @Nullable Requested requested) {}

    /**
     * What was asked for last, and how it ended; Scheduled waits for the end of a transaction.
     *
     * @param inEffect whether the connectors say that it is so: none of them operative, or at least
     *     one; null as long as they say nothing
     */
    record Requested(
            String operationalStatus,
            String outcome,
            @Nullable String info,
            Instant at,
            @Nullable Boolean inEffect) {}

    private static final Set<String> INOPERATIVE = Set.of("Unavailable", "Faulted");
    private static final Set<String> TAKEN = Set.of("Occupied", "Reserved");
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::evseId).thenComparingInt(Place::connectorId);

    static AvailabilityOverview of(
            Collection<Place> known,
            List<AvailabilityStates.State> states,
            List<AvailabilityStates.Change> changes) {
        SortedMap<Place, AvailabilityStates.State> current = new TreeMap<>(ORDER);
        Map<Place, Boolean> locks = new HashMap<>();
        for (AvailabilityStates.State state : states) {
            if (state.aspect().equals(Observation.Aspect.AVAILABILITY.text())) {
                current.put(state.place(), state);
            } else {
                locks.put(state.place(), Boolean.valueOf(state.state()));
            }
        }
        Map<Place, Requested> requested = new HashMap<>();
        changes.forEach(change -> requested.put(change.place(), requested(change, current)));
        TreeSet<Place> places = new TreeSet<>(ORDER);
        places.addAll(known);
        places.addAll(current.keySet());
        places.addAll(locks.keySet());
        places.addAll(requested.keySet());
        return new AvailabilityOverview(
                places.stream()
                        .map(place ->
                                entry(
                                        place,
                                        current,
                                        locks.getOrDefault(place, false),
                                        requested.get(place)))
                        .toList());
    }

    private static Requested requested(
            AvailabilityStates.Change change, Map<Place, AvailabilityStates.State> current) {
        return new Requested(
                change.operationalStatus(),
                change.outcome(),
                change.info(),
                change.at(),
                inEffect(change, current));
    }

    private static @Nullable Boolean inEffect(
            AvailabilityStates.Change change, Map<Place, AvailabilityStates.State> current) {
        List<String> connectors =
                current.values().stream()
                        .filter(state -> change.place().includes(state.place()))
                        .map(AvailabilityStates.State::state)
                        .toList();
        if (connectors.isEmpty()) {
            return null;
        }
        boolean inoperative = INOPERATIVE.containsAll(connectors);
        return change.operationalStatus().equals(OperationalStatusEnum.INOPERATIVE.wireName())
                == inoperative;
    }

    private static Entry entry(
            Place place,
            Map<Place, AvailabilityStates.State> current,
            boolean lockProblem,
            @Nullable Requested requested) {
        AvailabilityStates.State state = current.get(place);
        boolean told = place.connector() && state != null;
        Boolean usable = told ? usable(place, current) : null;
        return new Entry(
                place.evseId(),
                place.connectorId(),
                state == null ? null : state.state(),
                usable,
                state == null ? null : state.source(),
                state == null ? null : state.reportedAt(),
                state == null ? null : state.receivedAt(),
                state == null ? null : state.clockSuspect(),
                lockProblem,
                requested);
    }

    private static boolean usable(Place place, Map<Place, AvailabilityStates.State> current) {
        boolean taken =
                current.values().stream()
                        .filter(state -> state.place().evseId() == place.evseId())
                        .filter(state -> state.place().connector())
                        .anyMatch(state -> TAKEN.contains(state.state()));
        AvailabilityStates.State own = current.get(place);
        return !taken && own != null && own.state().equals("Available");
    }
}
