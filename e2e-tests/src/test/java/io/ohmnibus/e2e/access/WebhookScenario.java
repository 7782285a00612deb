/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.access;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who subscribes to events of transactions, and what becomes of them. */
class WebhookScenario {

    private static final String WEBHOOKS = "transaction/webhooks";

    @Test
    void anEventOfAStationIsOnItsWayButNotIntoOurOwnNetworks() { // A39, pain 36
        JsonNode made =
                rest().post(
                                WEBHOOKS,
                                "{\"url\": \"https://10.1.2.3/hook\", \"types\": [\"TransactionStarted\"]}")
                        .expect(201);
        assertThat(made.path("secret").asString()).startsWith("whsec_");
        String webhook = WEBHOOKS + "/" + made.at("/webhook/id").asString();
        try (Station station = accepted(OcppVersion.V2_1)) {
            station.evse(1).plugIn();
            rest().eventually(
                            webhook + "/deliveries",
                            page -> {
                                JsonNode delivery = page.path("items").path(0);
                                assertThat(delivery.path("eventType").asString())
                                        .isEqualTo("TransactionStarted");
                                assertThat(delivery.path("status").asString()).isEqualTo("Pending");
                                assertThat(delivery.path("lastError").asString())
                                        .contains("AddressNotAllowed");
                            });
        } finally {
            assertThat(rest().delete(webhook).status()).isEqualTo(204);
        }
        assertThat(rest().get(webhook).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\": \"ftp://example.com/hook\"}",
                "{\"url\": \"file:///etc/passwd\"}",
                "{\"url\": \"https://user:word@example.com/\"}",
                "{\"url\": \"https://example.com/\", \"types\": [\"Everything\"]}",
                "{}"
            })
    void whatNobodyWouldBeToldByIsRefused(String body) {
        assertThat(rest().post(WEBHOOKS, body).status()).isEqualTo(400);
    }

    @Test
    void aWebhookBelongsToItsTenantAndNeedsThePermission() {
        String id =
                rest().post(WEBHOOKS, "{\"url\": \"https://example.com/\", \"enabled\": false}")
                        .expect(201)
                        .at("/webhook/id")
                        .asString();
        String tenant = "other-" + UUID.randomUUID();
        Rest stranger = rest().as(platform().tokens("stranger-" + tenant, tenant, "admin").get());
        Rest viewer = rest().as(platform().tokens("viewer-" + tenant, "default", "viewer").get());
        assertThat(stranger.get(WEBHOOKS + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.get(WEBHOOKS + "/" + id + "/deliveries").status()).isEqualTo(404);
        assertThat(stranger.post(WEBHOOKS + "/" + id + "/secret", "").status()).isEqualTo(404);
        assertThat(stranger.delete(WEBHOOKS + "/" + id).status()).isEqualTo(404);
        assertThat(viewer.get(WEBHOOKS + "/" + id).expect(200).has("secret")).isFalse();
        assertThat(viewer.delete(WEBHOOKS + "/" + id).status()).isEqualTo(403);
        rest().delete(WEBHOOKS + "/" + id);
    }
}
