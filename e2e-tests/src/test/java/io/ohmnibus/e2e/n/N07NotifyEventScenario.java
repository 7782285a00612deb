/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.n;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.CallErrors;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.EventData;
import io.ohmnibus.ocpp.type.EventNotificationEnum;
import io.ohmnibus.ocpp.type.EventTriggerEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.AvailabilityReports;
import io.ohmnibus.simulator.Station;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code NotifyEventHandler}: what monitors report is confirmed, kept and shown. */
@UseCase("N07")
class N07NotifyEventScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"N07.FR.03", "N07.FR.05"})
    void eventsInSeveralPartsAreAllShownNewestFirst(OcppVersion version) {
        try (Station station = quiet(version)) {
            station.call(part(station, 0, true, 1, 2));
            station.call(part(station, 1, false, 3));

            JsonNode shown = events(station, "");
            assertThat(shown)
                    .extracting(event -> event.at("/event/eventId").asInt())
                    .containsExactly(3, 2, 1);
            assertThat(shown.at("/0/event/actualValue").asString()).isEqualTo("71.5");
            assertThat(shown.at("/0/event/source/component").asString()).isEqualTo("PowerUnit");
            assertThat(events(station, "?component=Other")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void anEventThatComesAgainIsConfirmedAgainAndKeptOnce(OcppVersion version) {
        try (Station station = quiet(version)) {
            var event = part(station, 0, false, 5);
            station.call(event);
            station.call(event); // another message id: its answer was lost

            assertThat(events(station, "")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @CallErrors("OccurrenceConstraintViolation")
    void aMessageWithoutEventsIsRefused(OcppVersion version) {
        try (Station station = quiet(version)) {
            assertThat(
                            station.raw(
                                    """
                                    [2,"n07-1","NotifyEvent",{"seqNo":0,\
                                    "generatedAt":"2026-01-01T00:00:00Z","eventData":[]}]\
                                    """))
                    .contains("OccurrenceConstraintViolation");
        }
    }

    private static Station quiet(OcppVersion version) {
        return accepted(station(version).availability(AvailabilityReports.NONE));
    }

    private static NotifyEventRequest part(
            Station station, int seqNo, boolean toBeContinued, int... eventIds) {
        var now = station.now();
        List<EventData> events =
                IntStream.of(eventIds)
                        .mapToObj(id ->
                                new EventData(
                                        id,
                                        now,
                                        EventTriggerEnum.ALERTING,
                                        null,
                                        "71.5",
                                        null,
                                        null,
                                        null,
                                        null,
                                        new Component(null, "PowerUnit", null, null),
                                        4,
                                        EventNotificationEnum.CUSTOM_MONITOR,
                                        new Variable("Temperature", null, null),
                                        null,
                                        null))
                        .toList();
        return new NotifyEventRequest(now, toBeContinued, seqNo, events, null);
    }

    private static JsonNode events(Station station, String query) {
        return rest().get("firmware/stations/" + station.id() + "/events" + query)
                .expect(200)
                .path("items");
    }
}
