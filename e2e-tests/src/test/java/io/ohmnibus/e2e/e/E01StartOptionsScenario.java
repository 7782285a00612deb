/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code RecordTransaction} and {@code AuthorizeIdToken}: wherever a station lets transactions
 * start, the platform shows the same session.
 */
@UseCase("E01")
class E01StartOptionsScenario {

    @ParameterizedTest
    @CsvSource({
        "V2_1, ParkingBayOccupancy, EVDetected",
        "V2_1, EVConnected, CablePluggedIn",
        "V2_1, Authorized, Authorized",
        "V2_1, PowerPathClosed, Authorized",
        "V2_1, EnergyTransfer, ChargingStateChanged",
        "V2_0_1, ParkingBayOccupancy, EVDetected",
        "V2_0_1, EVConnected, CablePluggedIn",
        "V2_0_1, Authorized, Authorized",
        "V2_0_1, PowerPathClosed, Authorized",
        "V2_0_1, EnergyTransfer, ChargingStateChanged"
    })
    @Requirement({
        "E01.FR.01",
        "E01.FR.02",
        "E01.FR.03",
        "E01.FR.05",
        "E01.FR.06",
        "E01.FR.11",
        "E01.FR.12"
    })
    void aTransactionStartsWhereTheStationSays(
            OcppVersion version, String startPoint, String trigger) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStartPoint", startPoint))) {
            IdToken token = token("Accepted");
            Evse evse = station.evse(1).park().plugIn();
            evse.authorize(token);
            evse.startCharging();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(evse.transactionEvents().getFirst().triggerReason().wireName())
                    .isEqualTo(trigger);
            assertThat(shown.path("state").asString()).isEqualTo("Ongoing");
            assertThat(shown.path("startedAt").isString()).isTrue();
            assertThat(shown.path("evseId").asInt()).isEqualTo(1);
            assertThat(shown.path("idToken").asString()).isEqualTo(token.idToken());
            assertThat(shown.path("authorizationStatus").asString()).isEqualTo("Accepted");
            assertThat(shown.path("chargingState").asString()).isEqualTo("Charging");
            assertThat(shown.path("flags")).isEmpty();
        }
    }
}
