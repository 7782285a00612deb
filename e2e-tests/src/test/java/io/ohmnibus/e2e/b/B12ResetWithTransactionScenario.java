/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code ResetCommand} while a car charges: at once, or when it has left; {@code RebootObserver}
 * and {@code RecordTransaction} see what follows.
 */
@UseCase("B12")
class B12ResetWithTransactionScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_22: Reset Charging Station - With Ongoing Transaction - Immediate")
    @Requirement({"B12.FR.02", "B12.FR.04"})
    void immediateEndsTheTransactionAndReboots(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = charging(station);

            assertThat(reset(station, "Immediate")).isEqualTo("Accepted");

            awaitReboot(station, "RemoteReset");
            JsonNode transaction = transaction(station, evse);
            assertThat(transaction.path("state").asString()).isEqualTo("Ended");
            assertThat(transaction.path("stoppedReason").asString()).isEqualTo("ImmediateReset");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_21: Reset Charging Station - With Ongoing Transaction - OnIdle")
    @Requirement({"B12.FR.01", "B12.FR.03"})
    void onIdleIsScheduledUntilTheCarHasLeft(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = charging(station);

            assertThat(reset(station, "OnIdle")).isEqualTo("Scheduled");
            JsonNode scheduled =
                    rest().get("station/stations/" + station.id() + "/resets").expect(200);
            assertThat(scheduled.at("/items/0/outcome").asString()).isEqualTo("Scheduled");
            assertThat(scheduled.at("/items/0/rebootedAt").isString()).isFalse();
            evse.stop().unplug();

            awaitReboot(station, "ScheduledReset");
            assertThat(transaction(station, evse).path("stoppedReason").asString())
                    .isEqualTo("Local");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_27: Reset EVSE - With Ongoing Transaction - Immediate")
    @Requirement({"B12.FR.08"})
    void anEvseIsResetWhileAnotherOneGoesOnCharging(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            Evse stays = charging(station);
            Evse reset = station.evse(2).plugIn();
            reset.authorize(token("Active"));

            var answer =
                    rest().command(
                                    "station",
                                    station.id(),
                                    "Reset",
                                    "{\"type\": \"Immediate\", \"evseId\": 2}");
            assertThat(answer.at("/response/status").asString()).isEqualTo("Accepted");

            rest().eventually(
                            path(station, reset),
                            shown ->
                                    assertThat(shown.path("stoppedReason").asString())
                                            .isEqualTo("ImmediateReset"));
            assertThat(transaction(station, stays).path("state").asString()).isEqualTo("Ongoing");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_B_26: Reset EVSE - With Ongoing Transaction - OnIdle")
    @Requirement({"B12.FR.01", "B12.FR.07"})
    void anEvseIsResetOnceItsTransactionHasEnded(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            Evse evse = charging(station);

            var answer =
                    rest().command(
                                    "station",
                                    station.id(),
                                    "Reset",
                                    "{\"type\": \"OnIdle\", \"evseId\": 1}");

            assertThat(answer.at("/response/status").asString()).isEqualTo("Scheduled");
            assertThat(transaction(station, evse).path("state").asString()).isEqualTo("Ongoing");
            evse.stop().unplug();
            assertThat(transaction(station, evse).path("stoppedReason").asString())
                    .isEqualTo("Local");
        }
    }

    private static Evse charging(Station station) {
        Evse evse = station.evse(1).plugIn();
        evse.authorize(token("Active"));
        return evse.startCharging();
    }

    private static String reset(Station station, String type) {
        return rest().command("station", station.id(), "Reset", "{\"type\": \"" + type + "\"}")
                .at("/response/status")
                .asString();
    }

    private static void awaitReboot(Station station, String reason) {
        rest().eventually(
                        "station/stations/" + station.id() + "/resets",
                        resets -> assertThat(resets.at("/items/0/rebootedAt").isString()).isTrue());
        assertThat(
                        rest().get("station/stations/" + station.id())
                                .expect(200)
                                .at("/boot/reason")
                                .asString())
                .isEqualTo(reason);
    }

    private static String path(Station station, Evse evse) {
        return "transaction/transactions/" + station.id() + "/" + evse.transactionId();
    }

    private static JsonNode transaction(Station station, Evse evse) {
        return rest().get(path(station, evse)).expect(200);
    }
}
