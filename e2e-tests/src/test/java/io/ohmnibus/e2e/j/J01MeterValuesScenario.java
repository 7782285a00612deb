/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.j;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.SampledValue;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code MeterValuesHandler}: values outside transactions, of an EVSE or the whole station. */
@UseCase("J01")
class J01MeterValuesScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"J01.FR.03", "J01.FR.18"})
    void valuesAreConfirmedAndStoredOnceWithWhatTheyLeaveOut(OcppVersion version) {
        try (Station station = accepted(version)) {
            var value =
                    new SampledValue(
                            new BigDecimal("1234.50"), null, null, null, null, null, null, null);
            var ofStation =
                    new MeterValuesRequest(
                            0, List.of(new MeterValue(List.of(value), station.now(), null)), null);
            station.call("j01-" + station.id(), ofStation);
            station.call("j01-" + station.id(), ofStation);

            JsonNode stored = values(station);
            assertThat(stored).hasSize(1);
            assertThat(stored.at("/0/evseId").asInt()).isZero();
            assertThat(stored.at("/0/measurand").asString())
                    .isEqualTo("Energy.Active.Import.Register");
            assertThat(stored.at("/0/unit").asString()).isEqualTo("Wh");
            assertThat(stored.at("/0/value").decimalValue()).isEqualByComparingTo("1234.5");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void valuesThatTheOperatorAskedForAreStoredToo(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            rest().command(
                            "transaction",
                            station.id(),
                            "TriggerMessage",
                            "{\"requestedMessage\": \"MeterValues\", \"evse\": {\"id\": 2}}");

            rest().eventually(
                            "transaction/stations/" + station.id() + "/meter-values",
                            found ->
                                    assertThat(found.path("items"))
                                            .isNotEmpty()
                                            .allMatch(v -> v.path("evseId").asInt() == 2)
                                            .allMatch(v ->
                                                    v.path("context")
                                                            .asString()
                                                            .equals("Trigger")));
        }
    }

    private static JsonNode values(Station station) {
        return rest().get("transaction/stations/" + station.id() + "/meter-values")
                .expect(200)
                .path("items");
    }
}
