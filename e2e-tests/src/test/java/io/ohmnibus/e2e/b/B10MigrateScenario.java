/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code MigrationCourse} leads a station to another CSMS, or sees it come back. */
@UseCase("B10")
class B10MigrateScenario {

    private static final Duration LONG = Duration.ofSeconds(60);

    private static Station ready(OcppVersion version) {
        return accepted(
                station(version)
                        .set("OCPPCommCtrlr", "NetworkProfileConnectionAttempts", "1")
                        .retryBackOff(Duration.ofMillis(100), Duration.ofMillis(100), 1));
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B10.FR.01", "B10.FR.04", "B10.FR.05", "B10.FR.06"})
    void theStationLeavesForAnotherCsms(OcppVersion version) {
        try (OtherCsms other = new OtherCsms();
                Station station = ready(version)) {
            way(station, other.url());

            migrate(station, "\"settle\": \"PT2S\"");

            awaitEnd(station, "Completed");
            assertThat(other.hasStations()).isTrue();
            assertThat(newest(station).path("reason").asString()).contains("has left");
            station.expectCall(GetTransactionStatusRequest.class, LONG);
            assertThat(
                            station.expectCall(ChangeAvailabilityRequest.class, LONG)
                                    .operationalStatus())
                    .isEqualTo(OperationalStatusEnum.INOPERATIVE);
            assertThat(priority(station)).isEqualTo("2,1");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"B10.FR.03", "B10.FR.07"})
    void aStationThatDoesNotGetThereComesBackAndIsAsBefore(OcppVersion version) {
        try (Station station = ready(version)) {
            way(station, "ws://localhost:1/ocpp"); // where nobody listens

            migrate(station, "\"settle\": \"PT5M\"");

            awaitEnd(station, "FellBack");
            await().atMost(LONG).untilAsserted(() -> assertThat(priority(station)).isEqualTo("1"));
            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(station.evse(1).availability(1))
                                    .isEqualTo(ConnectorStatusEnum.AVAILABLE));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void theNewWayMayLeadToTheSameCsms(OcppVersion version) {
        try (Station station = ready(version)) {
            way(station, "ws://127.0.0.1:" + platform().settings().stations() + "/ocpp");
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Active"));

            migrate(station, "\"closeFirst\": false");
            rest().eventually(
                            path(station),
                            found ->
                                    assertThat(found.at("/items/0/step").asString())
                                            .isEqualTo("Leave"));
            evse.stop().unplug(); // only now it is idle

            awaitEnd(station, "Completed");
            assertThat(newest(station).path("reason").asString()).contains("by the new profile");
            rest().eventually(
                            "station/stations/" + station.id() + "/network",
                            network ->
                                    assertThat(network.path("active").asString()).isEqualTo("2"));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("B10.FR.02")
    void aSlotWithoutAProfileEndsItBeforeAnythingHasHappened(OcppVersion version) {
        try (Station station = ready(version)) {
            migrate(station, "\"closeFirst\": false");

            awaitEnd(station, "Failed");
            assertThat(newest(station).path("reason").asString())
                    .contains("NetworkConfigurationPriority");
            assertThat(priority(station)).isEqualTo("1");
            assertThat(station.connected()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStepThatARuleForbidsEndsItAtOnceWithTheReason(OcppVersion version) {
        try (Station station = ready(version)) {
            station.model().set("DeviceDataCtrlr", "BytesPerMessage", "SetVariables", "20");
            Reports.awaitComplete(station, Reports.ask(station, "FullInventory"));

            migrate(station, "\"closeFirst\": false");

            awaitEnd(station, "Failed");
            assertThat(newest(station).path("reason").asString())
                    .startsWith("SetPriority: B05.FR.11");
            assertThat(priority(station)).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void oneAtATimeAndAnOperatorMayGiveItUp(OcppVersion version) {
        try (Station station = ready(version)) {
            way(station, "ws://localhost:1/ocpp");
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Active"));
            migrate(station, "\"closeFirst\": false");
            rest().eventually(
                            path(station),
                            found ->
                                    assertThat(found.at("/items/0/step").asString())
                                            .isEqualTo("Leave"));

            assertThat(rest().post(path(station), "{\"slot\": 2}").status()).isEqualTo(409);
            assertThat(rest().post(path(station), "{}").status()).isEqualTo(400);
            assertThat(rest().post(path(station), "{\"slot\": 2, \"within\": \"P8D\"}").status())
                    .isEqualTo(400);
            assertThat(rest().delete(path(station) + "/current").status()).isEqualTo(204);

            awaitEnd(station, "FellBack");
            await().atMost(LONG).untilAsserted(() -> assertThat(priority(station)).isEqualTo("1"));
        }
    }

    private static void way(Station station, String url) {
        var command =
                rest().command(
                                "station",
                                station.id(),
                                "SetNetworkProfile",
                                """
                                {"configurationSlot": 2, "connectionData": {
                                 "ocppVersion": "OCPP20", "ocppInterface": "Wired0",
                                 "ocppTransport": "JSON", "messageTimeout": 30,
                                 "ocppCsmsUrl": "%s", "securityProfile": 1}}
                                """
                                        .formatted(url));
        assertThat(command.at("/response/status").asString()).isEqualTo("Accepted");
    }

    private static String path(Station station) {
        return "station/stations/" + station.id() + "/migrations";
    }

    private static void migrate(Station station, String more) {
        rest().post(path(station), "{\"slot\": 2, " + more + "}").expect(202);
    }

    private static JsonNode newest(Station station) {
        return rest().get(path(station)).expect(200).at("/items/0");
    }

    private static void awaitEnd(Station station, String status) {
        await().atMost(LONG)
                .untilAsserted(() -> {
                    JsonNode migration = newest(station);
                    assertThat(migration.path("status").asString())
                            .as(migration.toString())
                            .isEqualTo(status);
                });
    }

    private static String priority(Station station) {
        return station.model().get("OCPPCommCtrlr", "NetworkConfigurationPriority");
    }
}
