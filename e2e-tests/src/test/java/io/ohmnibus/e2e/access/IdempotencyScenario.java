/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.access;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request with an Idempotency-Key acts once, however often a nervous client sends it. */
class IdempotencyScenario {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth          | ClearCache             | {}",
                "transaction   | GetTransactionStatus   | {}",
                "smartcharging | ClearChargingProfile   | {\"chargingProfileId\": 1}",
                "tariff        | ClearTariffs           | {\"evseId\": 1}",
                "der           | ClearDERControl        | {\"isDefault\": true}",
                "firmware      | ClearVariableMonitoring| {\"id\": [1]}",
                "station       | GetVariables           | {\"getVariableData\": [{\"component\": {\"name\": \"TxCtrlr\"}, \"variable\": {\"name\": \"Enabled\"}}]}"
            })
    void aCommandIsSentOnce(String service, String action, String json) {
        try (Station station = accepted(OcppVersion.V2_1)) {
            Rest client = rest().keyed(UUID.randomUUID().toString());

            var first = client.tryCommand(service, station.id(), action, json);
            var second = client.tryCommand(service, station.id(), action, json);

            assertThat(first.status()).as(first.body()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(first.replayed()).isFalse();
            assertThat(second.replayed()).isTrue();
            assertThat(station.frames())
                    .filteredOn(frame -> !frame.sent() && frame.messageType() == 2)
                    .filteredOn(frame -> frame.text().contains("\"" + action + "\""))
                    .hasSize(1);
        }
    }

    @Test
    void aStationIsRegisteredOnceAndItsPasswordToldAgain() {
        Rest client = rest().keyed(UUID.randomUUID().toString());
        String body =
                "{\"stationId\": \"ID-%s\", \"securityProfile\": 1}"
                        .formatted(UUID.randomUUID().toString().substring(0, 8));

        var first = client.post("station/stations", body);
        var second = client.post("station/stations", body);

        assertThat(first.expect(201).path("password").isString()).isTrue();
        assertThat(second.expect(201)).isEqualTo(first.expect(201));
        assertThat(rest().post("station/stations", body).status()).isEqualTo(409);
    }

    @Test
    void aTokenIsAddedChangedAndRemovedOnce() {
        String id = "ID" + UUID.randomUUID().toString().substring(0, 8);
        String token = "{\"idToken\": \"" + id + "\", \"type\": \"ISO14443\"}";
        Rest adding = rest().keyed(UUID.randomUUID().toString());
        adding.post("auth/tokens", token).expect(201);
        assertThat(adding.post("auth/tokens", token).replayed()).isTrue();

        Rest removing = rest().keyed(UUID.randomUUID().toString());
        assertThat(removing.delete("auth/tokens/ISO14443/" + id).status()).isEqualTo(204);
        var again = removing.delete("auth/tokens/ISO14443/" + id);
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.replayed()).isTrue();
    }

    @Test
    void aKeyThatIsUsedForAnotherRequestIsRefused() {
        Rest client = rest().keyed(UUID.randomUUID().toString());
        String id = "ID" + UUID.randomUUID().toString().substring(0, 8);
        client.post("auth/tokens", "{\"idToken\": \"" + id + "\", \"type\": \"ISO14443\"}")
                .expect(201);

        var other =
                client.post("auth/tokens", "{\"idToken\": \"" + id + "\", \"type\": \"Local\"}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(rest().get("auth/tokens/Local/" + id).status()).isEqualTo(404);
    }
}
