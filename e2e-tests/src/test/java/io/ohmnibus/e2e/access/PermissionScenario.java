/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.access;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a role does not allow is refused, and changes nothing. */
class PermissionScenario {

    private static Rest as(String... roles) {
        String client = "client-" + UUID.randomUUID();
        return rest().as(platform().tokens(client, "default", roles).get());
    }

    @Test
    void aViewerSeesEverythingAndDoesNothing() {
        Rest viewer = as("viewer");
        try (Station station = accepted(OcppVersion.V2_1)) {
            for (String path :
                    List.of(
                            "station/stations/" + station.id(),
                            "station/stations/" + station.id() + "/commands",
                            "auth/tokens",
                            "transaction/transactions",
                            "gateway/connections/" + station.id(),
                            "firmware/stations/" + station.id() + "/events")) {
                assertThat(viewer.get(path).status()).as(path).isEqualTo(200);
            }
            var commands = "/stations/" + station.id() + "/commands/";
            assertForbidden(viewer.post("station" + commands + "Reset", "{\"type\": \"OnIdle\"}"));
            assertForbidden(viewer.post("transaction" + commands + "UnlockConnector", "{}"));
            assertForbidden(viewer.post("firmware" + commands + "GetLog", "{}"));
            assertForbidden(viewer.post("auth" + commands + "ClearCache", "{}"));
            assertForbidden(
                    viewer.post(
                            "station/stations/" + station.id() + "/reports",
                            "{\"reportBase\": \"FullInventory\"}"));
            assertForbidden(viewer.post("station/stations", "{\"stationId\": \"MINE\"}"));
            assertForbidden(
                    viewer.post("auth/tokens", "{\"idToken\": \"A\", \"type\": \"Local\"}"));
            assertForbidden(viewer.patch("station/stations/" + station.id(), "{}"));
            assertForbidden(viewer.delete("auth/tokens/Local/A"));
            assertThat(rest().get("auth/tokens/Local/A").status()).isEqualTo(404);
            assertThat(station.frames()).noneMatch(frame -> frame.text().contains("\"Reset\""));
        }
    }

    @Test
    void anOperatorSendsCommands() {
        try (Station station = accepted(OcppVersion.V2_0_1)) {
            var cleared = as("operator").command("auth", station.id(), "ClearCache", "{}");
            assertThat(cleared.at("/response/status").asString()).isEqualTo("Accepted");
        }
    }

    @Test
    void rolesThatAreNotOursAllowNothing() {
        Rest nobody = as("superuser");
        assertForbidden(nobody.get("station/stations"));
        assertForbidden(nobody.get("transaction/transactions"));
    }

    @Test
    void withoutATokenOrWithAForgedOneNobodyGetsIn() {
        assertThat(rest().as("").get("station/stations").status()).isEqualTo(401);
        assertThat(rest().as("eyJhbGciOiJub25lIn0.e30.").get("station/stations").status())
                .isEqualTo(401);
    }

    private static void assertForbidden(Rest.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    }
}
