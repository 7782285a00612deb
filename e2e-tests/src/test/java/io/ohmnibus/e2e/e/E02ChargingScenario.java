/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A driver plugs in, authorizes, charges and leaves; events repeat and come late. */
@UseCase({"E02", "E11", "J02"})
class E02ChargingScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aSessionIsCompleteAndCountedOnceHoweverOftenItsEventsCome(OcppVersion version) {
        try (Station station = station(version).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            String transaction = charge(station);

            JsonNode before = transaction(station, transaction);
            assertThat(before.path("state").asString()).isEqualTo("Ended");
            assertThat(before.path("complete").asBoolean()).isTrue();
            assertThat(before.path("energyWh").decimalValue()).isEqualByComparingTo("1500");

            List<TransactionEventRequest> events = station.evse(1).transactionEvents();
            events.forEach(station::call);

            assertThat(transaction(station, transaction)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void eventsThatWereKeptOfflineAreAllThereAfterwards(OcppVersion version) {
        try (Station station = station(version).start()) {
            station.boot(BootReasonEnum.POWER_UP);
            var evse = station.evse(1).plugIn();
            assertThat(evse.authorize(token("Active")).status())
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            evse.startCharging();
            String transaction = evse.transactionId();
            station.goOffline();
            evse.meter(new BigDecimal("700"));
            station.goOnline();
            evse.meter(new BigDecimal("300")).stop().unplug();
            station.settle();

            JsonNode shown = transaction(station, transaction);
            assertThat(shown.path("seqNoGaps")).isEmpty();
            assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo("1000");
        }
    }

    private static String charge(Station station) {
        var evse = station.evse(1).plugIn();
        assertThat(evse.authorize(token("Active")).status())
                .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        evse.startCharging();
        String transaction = evse.transactionId();
        evse.meter(new BigDecimal("1000")).meter(new BigDecimal("500")).stop().unplug();
        station.settle();
        return transaction;
    }

    private static JsonNode transaction(Station station, String transaction) {
        return rest().get("transaction/transactions/" + station.id() + "/" + transaction)
                .expect(200);
    }
}
