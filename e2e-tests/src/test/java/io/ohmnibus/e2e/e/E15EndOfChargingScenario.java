/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code RecordTransaction}: the car ends the charging over ISO 15118. */
@UseCase("E15")
class E15EndOfChargingScenario {

    private static Evse charging(Station station) {
        Evse evse = station.evse(1).plugIn();
        evse.authorize(token("Accepted"));
        return evse.startCharging().meter(new BigDecimal("600"));
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E15.FR.01", "E15.FR.04"})
    void theTransactionEndsBecauseOfTheCar(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStopPoint", "Authorized"))) {
            Evse evse = charging(station).stoppedByCar();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("stoppedReason").asString()).isEqualTo("StoppedByEV");
            assertThat(shown.path("complete").asBoolean()).isTrue();
            assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo("600");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("E15.FR.05")
    void orWhenTheCableLeavesLater(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStopPoint", "EVConnected"))) {
            Evse evse = charging(station).stoppedByCar();
            var last = evse.transactionEvents().getLast();
            assertThat(last.eventType()).isEqualTo(TransactionEventEnum.UPDATED);
            assertThat(last.triggerReason()).isEqualTo(TriggerReasonEnum.STOP_AUTHORIZED);
            assertThat(TransactionOf.shown(station, evse).path("state").asString())
                    .isEqualTo("Ongoing");

            evse.unplug();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("stoppedReason").asString()).isEqualTo("StoppedByEV");
        }
    }
}
