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
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code RecordTransaction}: the cable leaves the car, and the transaction waits for it. */
@UseCase("E10")
class E10CableDisconnectedSuspendScenario {

    private static Station waiting(OcppVersion version) {
        return accepted(
                station(version)
                        .set("TxCtrlr", "TxStopPoint", "ParkingBayOccupancy,Authorized")
                        .set("TxCtrlr", "StopTxOnEVSideDisconnect", "false"));
    }

    /** TC_E_26. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E10.FR.01", "E10.FR.03"})
    void theTransactionIsSuspendedAndGoesOn(OcppVersion version) {
        try (Station station = waiting(version)) {
            IdToken token = token("Accepted");
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token);
            evse.startCharging().meter(new BigDecimal("200"));

            evse.disconnectEv();

            JsonNode suspended = TransactionOf.shown(station, evse);
            assertThat(suspended.path("state").asString()).isEqualTo("Ongoing");
            assertThat(suspended.path("chargingState").asString()).isEqualTo("Idle");
            evse.reconnectEv().startCharging().meter(new BigDecimal("300"));
            assertThat(TransactionOf.shown(station, evse).path("chargingState").asString())
                    .isEqualTo("Charging");
            evse.authorize(token);
            evse.unplug();
            JsonNode ended = TransactionOf.shown(station, evse);
            assertThat(ended.path("state").asString()).isEqualTo("Ended");
            assertThat(ended.path("stoppedReason").asString()).isEqualTo("Local");
            assertThat(ended.path("complete").asBoolean()).isTrue();
            assertThat(ended.path("energyWh").decimalValue()).isEqualByComparingTo("500");
        }
    }

    /** TC_E_26 where the cable belongs to the station, and nobody puts it back. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E10.FR.02", "E10.FR.04"})
    void theTransactionEndsWhenTheCableDoesNotComeBack(OcppVersion version) {
        try (Station station = waiting(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, token("Accepted")));
            station.call(transaction.updated(1));
            station.call(transaction.ended(2));

            JsonNode ended = transaction.shown();
            assertThat(ended.path("stoppedReason").asString()).isEqualTo("EVDisconnected");
            assertThat(ended.path("energyWh").decimalValue()).isEqualByComparingTo("200");
        }
    }
}
