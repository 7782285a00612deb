/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.topology.Place;
import io.ohmnibus.station.topology.Topology;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings together what the uptime of a station is counted from. */
@Component
final class UptimeFigures {

    /** Changes in one answer; a station with more of them gets its figures in shorter periods. */
    static final int MAX_CHANGES = 200_000;

    private final StateTimeline timeline;
    private final ExcludedPeriods excluded;
    private final Topology topology;

    UptimeFigures(StateTimeline timeline, ExcludedPeriods excluded, Topology topology) {
        this.timeline = timeline;
        this.excluded = excluded;
        this.topology = topology;
    }

    /** The figures of every EVSE that the station has mentioned, in order. */
    Mono<List<Uptime>> of(StationKey station, Period period) {
        return Mono.zip(
                        timeline.changes(station, period, MAX_CHANGES + 1).collectList(),
                        timeline.connected(station, period).collectList(),
                        excluded.within(station, period).collectList())
                .map(all -> new Uptime.Known(all.getT1(), all.getT2(), all.getT3()))
                .zipWith(topology.places(station).map(Place::evseId).collectList())
                .map(both -> figures(period, both.getT1(), both.getT2()));
    }

    private static List<Uptime> figures(Period period, Uptime.Known known, List<Integer> evses) {
        if (known.changes().size() > MAX_CHANGES) {
            throw Problem.unprocessable(
                    "The station reported more than " + MAX_CHANGES + " changes in this period");
        }
        return Stream.concat(
                        evses.stream(),
                        known.changes().stream().map(change -> change.place().evseId()))
                .filter(evse -> evse > 0)
                .distinct()
                .sorted()
                .map(evse -> Uptime.of(evse, period, known))
                .toList();
    }
}
