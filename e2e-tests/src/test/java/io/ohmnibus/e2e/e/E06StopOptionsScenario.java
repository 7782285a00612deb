/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.ReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code RecordTransaction}: wherever a station lets transactions stop, the end is known. */
@UseCase("E06")
class E06StopOptionsScenario {

    @ParameterizedTest
    @CsvSource({
        "V2_1, EVConnected, Ongoing",
        "V2_1, Authorized, Ended",
        "V2_1, PowerPathClosed, Ended",
        "V2_1, EnergyTransfer, Ended",
        "V2_0_1, EVConnected, Ongoing",
        "V2_0_1, Authorized, Ended",
        "V2_0_1, PowerPathClosed, Ended",
        "V2_0_1, EnergyTransfer, Ended"
    })
    @Requirement({"E06.FR.02", "E06.FR.03", "E06.FR.06", "E06.FR.07", "E06.FR.08"})
    void aTransactionStopsWhereTheStationSays(OcppVersion version, String stopPoint, String state) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStopPoint", stopPoint))) {
            Evse evse = charging(station);
            evse.stop();
            assertThat(TransactionOf.shown(station, evse).path("state").asString())
                    .isEqualTo(state);
            evse.unplug();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("stoppedReason").asString()).isEqualTo("Local");
            assertThat(shown.path("complete").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("E06.FR.01")
    void aTransactionStopsWhenTheCarLeavesTheBay(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStopPoint", "ParkingBayOccupancy"))) {
            Evse evse = station.evse(1).park().plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging().stop().unplug();
            assertThat(TransactionOf.shown(station, evse).path("state").asString())
                    .isEqualTo("Ongoing");

            evse.leave();

            assertThat(TransactionOf.shown(station, evse).path("state").asString())
                    .isEqualTo("Ended");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("E06.FR.16")
    void aFaultEndsItWithItsReason(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = charging(station).fault(ReasonEnum.GROUND_FAULT);

            assertThat(TransactionOf.shown(station, evse).path("stoppedReason").asString())
                    .isEqualTo("GroundFault");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("E06.FR.09")
    void anEndWithoutReasonWasLocal(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, null));
            station.call(transaction.endedWithoutReason(1));

            assertThat(transaction.shown().path("stoppedReason").asString()).isEqualTo("Local");
        }
    }

    private static Evse charging(Station station) {
        Evse evse = station.evse(1).plugIn();
        evse.authorize(token("Accepted"));
        return evse.startCharging();
    }
}
