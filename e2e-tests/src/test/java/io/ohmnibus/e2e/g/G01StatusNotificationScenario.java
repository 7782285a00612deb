/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.g;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.NotifyEventRequest;
import io.ohmnibus.ocpp.message.StatusNotificationRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.EventData;
import io.ohmnibus.ocpp.type.EventNotificationEnum;
import io.ohmnibus.ocpp.type.EventTriggerEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.AvailabilityReports;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code StatusNotificationHandler} and {@code AvailabilityObserver}: connectors tell their state,
 * the older way or by NotifyEvent.
 */
@UseCase("G01")
class G01StatusNotificationScenario {

    /** TC_G_01. */
    @ParameterizedTest
    @CsvSource({
        "V2_1, NOTIFY_EVENT, NotifyEvent",
        "V2_1, STATUS_NOTIFICATION, StatusNotification",
        "V2_0_1, NOTIFY_EVENT, NotifyEvent",
        "V2_0_1, STATUS_NOTIFICATION, StatusNotification"
    })
    @Requirement("G01.FR.01")
    void aConnectorIsOccupiedAndAvailableAgain(
            OcppVersion version, AvailabilityReports way, String source) {
        try (Station station = accepted(station(version).evses(2).availability(way))) {
            Availability.eventually(station, 2, 1, "Available");
            station.evse(2).plugIn();
            Availability.eventually(
                    station,
                    2,
                    1,
                    place -> {
                        assertThat(place.path("state").asString()).isEqualTo("Occupied");
                        assertThat(place.path("usable").asBoolean()).isFalse();
                        assertThat(place.path("source").asString()).isEqualTo(source);
                    });
            Availability.eventually(station, 1, 1, "Available");
            station.evse(2).unplug();
            Availability.eventually(station, 2, 1, "Available");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatIsOlderByTheStationsClockDoesNotReplaceWhatIsNewer(OcppVersion version) {
        try (Station station = accepted(station(version).availability(AvailabilityReports.NONE))) {
            station.call(status(station, Duration.ZERO, ConnectorStatusEnum.FAULTED));
            station.call(status(station, Duration.ofMinutes(10), ConnectorStatusEnum.AVAILABLE));

            Availability.eventually(station, 1, 1, "Faulted");
            var history =
                    rest().get("station/stations/" + station.id() + "/availability/history")
                            .expect(200)
                            .path("items");
            assertThat(history)
                    .extracting(past -> past.path("late").asBoolean())
                    .containsExactly(true, false);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("G01.FR.08")
    void theOtherConnectorOfATakenEvseCannotBeUsed(OcppVersion version) {
        try (Station station = accepted(station(version).connectorsPerEvse(2))) {
            station.evse(1).plugIn(1);

            Availability.eventually(
                    station,
                    1,
                    2,
                    place -> {
                        assertThat(place.path("state").asString()).isEqualTo("Available");
                        assertThat(place.path("usable").asBoolean()).isFalse();
                    });
        }
    }

    @Test
    void bothWaysTogetherEndInTheNewestState() {
        try (Station station =
                accepted(station(OcppVersion.V2_1).availability(AvailabilityReports.NONE))) {
            station.call(status(station, Duration.ofMinutes(2), ConnectorStatusEnum.OCCUPIED));
            station.call(event(station, "Unavailable"));

            Availability.eventually(station, 1, 1, "Unavailable");
        }
    }

    private static StatusNotificationRequest status(
            Station station, Duration ago, ConnectorStatusEnum status) {
        return new StatusNotificationRequest(station.now().minus(ago), status, 1, 1, null);
    }

    private static NotifyEventRequest event(Station station, String state) {
        var now = station.now();
        var event =
                new EventData(
                        1,
                        now,
                        EventTriggerEnum.DELTA,
                        null,
                        state,
                        null,
                        null,
                        null,
                        null,
                        new Component(new EVSE(1, 1, null), "Connector", null, null),
                        null,
                        EventNotificationEnum.HARD_WIRED_NOTIFICATION,
                        new Variable("AvailabilityState", null, null),
                        null,
                        null);
        return new NotifyEventRequest(now, null, 0, List.of(event), null);
    }
}
