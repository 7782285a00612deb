/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.o;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ClearDisplayMessageRequest;
import io.ohmnibus.ocpp.message.ClearDisplayMessageResponse;
import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.GetDisplayMessagesResponse;
import io.ohmnibus.ocpp.message.NotifyDisplayMessagesRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ClearMessageStatusEnum;
import io.ohmnibus.ocpp.type.GetDisplayMessagesStatusEnum;
import io.ohmnibus.ocpp.type.MessageContent;
import io.ohmnibus.ocpp.type.MessageFormatEnum;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code GetDisplayMessagesCommand} asks, {@code NotifyDisplayMessagesHandler} takes the parts,
 * {@code ReconcileMessages} asks by itself after a boot.
 */
@UseCase("O03")
class O03GetAllDisplayMessagesScenario {

    /** TC_O_02. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O03.FR.01", "O03.FR.02", "O03.FR.03", "O03.FR.04", "O03.FR.05"})
    void aStationTellsInPartsWhatItHolds(OcppVersion version) {
        try (Station station = accepted(station(version).reportLinesPerMessage(2))) {
            Displays.fill(station, 1, 2, 3, 4, 5);

            int report = Displays.ask(station, "{}");

            Displays.awaitReport(
                    station,
                    report,
                    shown -> {
                        assertThat(shown.path("state").asString()).isEqualTo("Complete");
                        assertThat(shown.path("outcome").asString()).isEqualTo("Accepted");
                        assertThat(shown.path("parts").asInt()).isEqualTo(3);
                        assertThat(shown.path("messages").asInt()).isEqualTo(5);
                    });
            Displays.holds(station, 1, 2, 3, 4, 5);
        }
    }

    /** TC_O_03: and what was mirrored is gone. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O03.FR.06")
    void aStationWithoutMessagesSaysSo(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.call(part(900_001, null, 7)); // nobody asked
            Displays.holds(station, 7);

            int report = Displays.ask(station, "{}");

            Displays.awaitReport(station, report, "Complete", 0);
            Displays.awaitReport(
                    station,
                    report,
                    shown -> assertThat(shown.path("outcome").asString()).isEqualTo("Unknown"));
            Displays.holds(station);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O01.FR.10", "O03.FR.02"})
    void afterABootTheMirrorIsWhatTheStationHolds(OcppVersion version) {
        try (Station station = accepted(version)) {
            Displays.fill(station, 1, 2);
            station.call(part(900_002, null, 7)); // it says so, but does not have it
            Displays.holds(station, 1, 2, 7);

            station.boot(BootReasonEnum.POWER_UP);

            Displays.holds(station, 1, 2);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatIsNotSureIsMarkedUntilTheStationTells(OcppVersion version) {
        try (Station station = accepted(version)) {
            Displays.fill(station, 1, 2);
            station.onCall(
                    ClearDisplayMessageRequest.class,
                    _ -> {
                        station.goOffline(); // the answer is lost
                        return new ClearDisplayMessageResponse(
                                ClearMessageStatusEnum.ACCEPTED, null, null);
                    });
            rest().post(
                            "station/stations/"
                                    + station.id()
                                    + "/commands/ClearDisplayMessage?wait=PT20S&deadline=PT5S",
                            "{\"id\": 2}")
                    .expect(200);
            Displays.eventually(
                    station,
                    items -> {
                        assertThat(items.at("/0/certain").asBoolean()).isTrue();
                        assertThat(items.at("/1/certain").asBoolean()).isFalse();
                    });

            station.goOnline();
            Displays.awaitReport(station, Displays.ask(station, "{}"), "Complete", 2);
            Displays.eventually(
                    station, items -> assertThat(items.at("/1/certain").asBoolean()).isTrue());
        }
    }

    /** A32, A40: parts without end, without question, twice, and after the last one. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void nonsenseEndsBoundedAndMarked(OcppVersion version) {
        try (Station station = accepted(version)) {
            promisesMessages(station);
            int report = Displays.ask(station, "{}");
            Displays.awaitReport(
                    station,
                    report,
                    shown -> assertThat(shown.path("outcome").asString()).isEqualTo("Accepted"));
            for (int part = 0; part < 510; part++) {
                station.call(part(report, true, part % 3));
            }
            Displays.awaitReport(
                    station,
                    report,
                    shown -> {
                        assertThat(shown.path("state").asString()).isEqualTo("Partial");
                        assertThat(shown.path("parts").asInt()).isEqualTo(500);
                        assertThat(shown.path("discardedParts").asInt()).isEqualTo(10);
                    });
            Displays.holds(station, 0, 1, 2);

            for (int unasked = 0; unasked < 25; unasked++) {
                station.call(part(800_000 + unasked, true, 3));
            }
            rest().eventually(
                            "station/stations/" + station.id() + "/display-reports?limit=100",
                            found ->
                                    assertThat(found.path("items"))
                                            .filteredOn(r -> !r.path("solicited").asBoolean())
                                            .hasSize(20));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aPartAfterTheLastOneIsTakenToo(OcppVersion version) {
        try (Station station = accepted(version)) {
            promisesMessages(station);
            int report = Displays.ask(station, "{}");
            station.call(part(report, false, 2));
            Displays.awaitReport(station, report, "Complete", 1);
            station.call(part(report, true, 1));
            station.call(part(report, true, 1));

            Displays.awaitReport(station, report, "Complete", 3);
            Displays.holds(station, 1, 2);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O03.FR.05")
    void aRequestIdIsUsedOnce(OcppVersion version) {
        try (Station station = accepted(version)) {
            int report = Displays.ask(station, "{}");
            String again = "{\"requestId\": %d}".formatted(report);
            assertThat(Displays.refused(station, "GetDisplayMessages", again))
                    .contains("O03.FR.05");
        }
    }

    private static void promisesMessages(Station station) {
        station.onCall(
                GetDisplayMessagesRequest.class,
                _ ->
                        new GetDisplayMessagesResponse(
                                GetDisplayMessagesStatusEnum.ACCEPTED, null, null));
    }

    private static NotifyDisplayMessagesRequest part(
            int requestId, @Nullable Boolean toBeContinued, int id) {
        var text = new MessageContent(MessageFormatEnum.UTF8, "en", "Text " + id, null);
        var message =
                new MessageInfo(
                        null,
                        id,
                        MessagePriorityEnum.NORMAL_CYCLE,
                        null,
                        null,
                        null,
                        null,
                        text,
                        null,
                        null);
        return new NotifyDisplayMessagesRequest(List.of(message), requestId, toBeContinued, null);
    }
}
