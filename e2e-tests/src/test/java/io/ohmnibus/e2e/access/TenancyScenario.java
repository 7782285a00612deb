/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.access;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Another tenant does not even learn that something is there. */
class TenancyScenario {

    private final String tenant = "other-" + UUID.randomUUID();
    private final Rest stranger =
            rest().as(platform().tokens("stranger-" + tenant, tenant, "admin").get());

    @Test
    void anotherTenantFindsNothingOfOurs() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            IdToken token = token("Accepted");
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token);
            String command =
                    rest().command("station", station.id(), "Reset", "{\"type\": \"OnIdle\"}")
                            .path("id")
                            .asString();
            String id = station.id();
            List<String> ours =
                    List.of(
                            "station/stations/" + id,
                            "station/stations/" + id + "/variables",
                            "station/stations/" + id + "/availability",
                            "station/stations/" + id + "/reports",
                            "station/stations/" + id + "/resets",
                            "station/commands/" + command,
                            "gateway/connections/" + id,
                            "firmware/stations/" + id + "/events",
                            "auth/tokens/ISO14443/" + token.idToken(),
                            "transaction/transactions/" + id + "/" + evse.transactionId(),
                            "transaction/transactions/"
                                    + id
                                    + "/"
                                    + evse.transactionId()
                                    + "/events");
            for (String path : ours) {
                assertThat(rest().get(path).status()).as("ours " + path).isEqualTo(200);
                assertThat(stranger.get(path).status()).as("theirs " + path).isEqualTo(404);
            }
        }
    }

    @Test
    void itsListsAreItsOwn() {
        try (Station station = accepted(OcppVersion.V2_0_1)) {
            IdToken token = token("Accepted");
            station.evse(1).plugIn().authorize(token);
            station.security().report("TamperDetectionActivated", null);
            rest().command(
                            "transaction",
                            station.id(),
                            "TriggerMessage",
                            "{\"requestedMessage\": \"MeterValues\", \"evse\": {\"id\": 1}}");
            String command =
                    rest().command("station", station.id(), "Reset", "{\"type\": \"OnIdle\"}")
                            .path("id")
                            .asString();
            String id = "\"" + station.id() + "\"";
            Map<String, String> whatIsInIt =
                    Map.of(
                            "station/stations",
                            id,
                            "auth/tokens",
                            "\"" + token.idToken() + "\"",
                            "auth/security-events",
                            id,
                            "transaction/transactions",
                            id,
                            "transaction/stations/" + station.id() + "/meter-values",
                            "\"measurand\"",
                            "station/stations/" + station.id() + "/commands",
                            command);
            whatIsInIt.forEach((list, thing) -> {
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(
                                () -> assertThat(all(list)).as("ours " + list).contains(thing));
                var answer = stranger.get(list);
                assertThat(answer.status()).as(list).isIn(200, 404);
                assertThat(answer.body()).as("theirs " + list).doesNotContain(thing);
            });
        }
    }

    /** All pages of a list of ours. */
    private static String all(String list) {
        StringBuilder pages = new StringBuilder();
        String cursor = "";
        do {
            JsonNode page = rest().get(list + "?limit=500" + cursor).expect(200);
            pages.append(page.path("items"));
            cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return pages.toString();
    }

    @Test
    void itCannotActOnOurStationOrToken() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            IdToken token = token("Accepted");
            var reset =
                    stranger.tryCommand("station", station.id(), "Reset", "{\"type\": \"OnIdle\"}");
            assertThat(reset.status()).isEqualTo(404);
            assertThat(stranger.patch("station/stations/" + station.id(), "{}").status())
                    .isEqualTo(404);
            assertThat(stranger.delete("auth/tokens/ISO14443/" + token.idToken()).status())
                    .isEqualTo(404);
            assertThat(rest().get("auth/tokens/ISO14443/" + token.idToken()).status())
                    .isEqualTo(200);
            assertThat(station.frames()).noneMatch(frame -> frame.text().contains("\"Reset\""));
        }
    }

    @Test
    void theSameIdsMayExistTwice() {
        IdToken token = token("Accepted");
        stranger.post(
                        "auth/tokens",
                        "{\"idToken\": \"%s\", \"type\": \"ISO14443\", \"status\": \"Blocked\"}"
                                .formatted(token.idToken()))
                .expect(201);
        try (Station station = accepted(OcppVersion.V2_1)) {
            assertThat(station.evse(1).authorize(token).status().wireName()).isEqualTo("Accepted");
        }
    }
}
