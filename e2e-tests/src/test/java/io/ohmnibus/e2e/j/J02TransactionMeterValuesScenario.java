/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.j;

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
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code RecordMeterValues}: every value of a transaction, from its begin to its end. */
@UseCase("J02")
class J02TransactionMeterValuesScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"J02.FR.11", "J02.FR.16", "J02.FR.19"})
    void everyReadingOfATransactionIsStored(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging()
                    .meter(Duration.ofMinutes(15))
                    .meter(new BigDecimal("500"))
                    .stop()
                    .unplug();

            JsonNode register = values(station, evse, "?measurand=Energy.Active.Import.Register");
            assertThat(register)
                    .extracting(value -> value.path("context").asString())
                    .startsWith("Transaction.Begin")
                    .contains("Sample.Periodic")
                    .endsWith("Transaction.End");
            BigDecimal energy =
                    register.get(register.size() - 1)
                            .path("value")
                            .decimalValue()
                            .subtract(register.get(0).path("value").decimalValue());
            JsonNode shown =
                    rest().get(
                                    "transaction/transactions/%s/%s"
                                            .formatted(station.id(), evse.transactionId()))
                            .expect(200);
            assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo(energy);
            assertThat(values(station, evse, "?measurand=Voltage"))
                    .extracting(value -> value.path("phase").asString())
                    .contains("L1-N", "L2-N", "L3-N");
            assertThat(
                            rest().get("transaction/stations/" + station.id() + "/meter-values")
                                    .expect(200)
                                    .path("items"))
                    .as("values outside transactions")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("J02.FR.11")
    void readingsComeByThemselvesAtTheIntervalThatTheOperatorSet(OcppVersion version) {
        try (Station station = accepted(station(version))) {
            rest().command(
                            "station",
                            station.id(),
                            "SetVariables",
                            """
                            {"setVariableData": [{"attributeValue": "1",
                             "component": {"name": "SampledDataCtrlr"},
                             "variable": {"name": "TxUpdatedInterval"}}]}
                            """);
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging();

            rest().eventually(
                            path(station, evse, "?measurand=Power.Active.Import"),
                            found -> assertThat(found.path("items")).hasSizeGreaterThan(1));
            evse.stop().unplug();
        }
    }

    private static String path(Station station, Evse evse, String query) {
        return "transaction/transactions/%s/%s/meter-values%s"
                .formatted(station.id(), evse.transactionId(), query);
    }

    private static JsonNode values(Station station, Evse evse, String query) {
        return rest().get(path(station, evse, query)).expect(200).path("items");
    }
}
