/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code TransactionEventHandler} and its steps: a driver plugs in, authorizes, charges and leaves.
 */
@UseCase("E02")
class E02CablePluginFirstScenario {

    /** TC_E_03. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E02.FR.02", "E02.FR.04", "E02.FR.07"})
    void aSessionIsCompleteAndCountedOnceHoweverOftenItsEventsCome(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            assertThat(evse.authorize(token("Accepted")).status())
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(evse.lastAnswer().orElseThrow().idTokenInfo()).isNotNull();
            evse.startCharging();
            String id = evse.transactionId();
            evse.meter(new BigDecimal("1000")).meter(new BigDecimal("500")).stop().unplug();

            JsonNode before = shown(station, id, "");
            assertThat(before.path("state").asString()).isEqualTo("Ended");
            assertThat(before.path("complete").asBoolean()).isTrue();
            assertThat(before.path("energyWh").decimalValue()).isEqualByComparingTo("1500");
            JsonNode values = shown(station, id, "/meter-values");

            List<TransactionEventRequest> events = evse.transactionEvents();
            events.forEach(station::call);

            assertThat(shown(station, id, "")).isEqualTo(before);
            assertThat(shown(station, id, "/meter-values")).isEqualTo(values);
            assertThat(shown(station, id, "/events").path("items")).hasSameSizeAs(events);
        }
    }

    private static JsonNode shown(Station station, String id, String part) {
        return rest().get("transaction/transactions/" + station.id() + "/" + id + part).expect(200);
    }
}
