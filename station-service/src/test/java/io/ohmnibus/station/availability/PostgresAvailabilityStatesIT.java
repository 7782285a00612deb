/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.clock.ReportedTime;
import io.ohmnibus.station.store.CommandOutcome;
import io.ohmnibus.station.topology.Place;
import io.ohmnibus.station.topology.PostgresTopologyFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@EmbeddedTest
final class PostgresAvailabilityStatesIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final Place CONNECTOR = new Place(1, 1);

    private final AvailabilityStates states;
    private final AvailabilityRecorder recorder;

    PostgresAvailabilityStatesIT(TestDatabase database) {
        var client = ServiceDatabase.migrate(database, Service.STATION).client();
        states = new PostgresAvailabilityStates(client);
        recorder =
                new AvailabilityRecorder(
                        states,
                        PostgresTopologyFixture.topology(client),
                        (station, event) -> Mono.empty());
    }

    private static Observed observed(String state, Instant reported, String message) {
        return observed(STATION, state, reported, message);
    }

    private static Observed observed(
            StationKey station, String state, Instant reported, String message) {
        return new Observed(
                station,
                new Observation(
                        CONNECTOR,
                        Observation.Aspect.AVAILABILITY,
                        state,
                        new Observation.Origin(
                                "NotifyEvent", message, 0, new ReportedTime(reported, NOW))));
    }

    @Test
    void lateReportsGoToTheHistoryOnly() {
        recorder.record(List.of(observed("Occupied", NOW, "m1"))).block();
        recorder.record(List.of(observed("Available", NOW.minusSeconds(60), "m2"))).block();
        recorder.record(List.of(observed("Available", NOW.minusSeconds(60), "m2"))).block();

        assertThat(
                        states.states(STATION)
                                .map(AvailabilityStates.State::state)
                                .collectList()
                                .block())
                .containsExactly("Occupied");
        List<AvailabilityStates.Past> history =
                states.history(STATION, null, 10).collectList().block();
        assertThat(history).hasSize(2);
        assertThat(history).filteredOn(AvailabilityStates.Past::late).hasSize(1);

        states.expectAnew(List.of(STATION)).block();
        recorder.record(List.of(observed("Faulted", NOW.minusSeconds(90), "m3"))).block();
        assertThat(
                        states.states(STATION)
                                .map(AvailabilityStates.State::state)
                                .collectList()
                                .block())
                .containsExactly("Faulted");
    }

    @Test
    void noneOfTheStatesOfOneMessageIsLeftOutBetweenTwoPages() {
        StationKey station = new StationKey("default", "CS-2");
        for (int position = 0; position < 5; position++) {
            var origin =
                    new Observation.Origin(
                            "NotifyEvent",
                            "m" + position / 3,
                            position,
                            new ReportedTime(NOW, NOW));
            var place = new Place(position + 1, 1);
            var aspect = Observation.Aspect.AVAILABILITY;
            var observation = new Observation(place, aspect, "Available", origin);
            recorder.record(List.of(new Observed(station, observation))).block();
        }
        List<AvailabilityStates.Past> all = new ArrayList<>();
        AvailabilityStates.Position after = null;
        for (int page = 0; page < 3; page++) {
            List<AvailabilityStates.Past> part =
                    Objects.requireNonNull(states.history(station, after, 2).collectList().block());
            all.addAll(part);
            AvailabilityStates.Past last = part.getLast();
            after = new AvailabilityStates.Position(NOW, last.messageId(), last.position());
        }
        assertThat(all)
                .extracting(AvailabilityStates.Past::position)
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void recordsWhatManyStationsReportAtATime() {
        StationKey one = new StationKey("default", "MANY-1");
        StationKey two = new StationKey("default", "MANY-2");
        recorder.record(List.of(observed(one, "Occupied", NOW, "m1"))).block();

        recorder.record(
                        List.of(
                                observed(one, "Available", NOW.minusSeconds(60), "m2"),
                                observed(two, "Occupied", NOW, "m1"),
                                observed(two, "Faulted", NOW.plusSeconds(1), "m2"),
                                observed(two, "Available", NOW.minusSeconds(1), "m3")))
                .block();

        assertThat(states.states(one).map(AvailabilityStates.State::state).blockLast())
                .isEqualTo("Occupied");
        assertThat(states.states(two).map(AvailabilityStates.State::state).blockLast())
                .isEqualTo("Faulted");
        assertThat(
                        states.history(two, null, 10)
                                .map(AvailabilityStates.Past::late)
                                .collectList()
                                .block())
                .containsExactlyInAnyOrder(false, false, true);
    }

    @Test
    void remembersTheLastChangeOfEachPlace() {
        ChangeAvailabilityRequest request =
                new ChangeAvailabilityRequest(
                        new EVSE(1, null, null), OperationalStatusEnum.INOPERATIVE, null);
        states.changed(STATION, request, new CommandOutcome("Rejected", "Busy"), NOW).block();
        states.changed(STATION, request, new CommandOutcome("Scheduled", null), NOW).block();
        assertThat(states.changes(STATION).collectList().block())
                .containsExactly(
                        new AvailabilityStates.Change(
                                new Place(1, 0), "Inoperative", "Scheduled", null, NOW));
    }
}
