/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.OwnTenant;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long stations may go by what they were told is up to the policy of the tenant. */
@UseCase("C10")
class C10CacheScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C10.FR.04", "C10.FR.05", "C10.FR.08", "C10.FR.13"})
    void stationsRememberForAsLongAsTheTenantSays(OcppVersion version) {
        OwnTenant tenant = new OwnTenant();
        try (Station station =
                tenant.accepted(
                        tenant.station(version).set("AuthCtrlr", "LocalPreAuthorize", "true"))) {
            IdToken token = tenant.token("{}");
            assertThat(Asking.about(station, token).cacheExpiryDateTime())
                    .as("up to the station")
                    .isNull();

            lifetime(tenant, "PT1H");
            Instant before = Instant.now();
            IdTokenInfo told = Asking.about(station, token);
            assertThat(told.cacheExpiryDateTime())
                    .isAfter(before.plus(Duration.ofMinutes(59)))
                    .isBefore(Instant.now().plus(Duration.ofMinutes(61)));
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token);
            assertThat(
                            Objects.requireNonNull(evse.lastAnswer().orElseThrow().idTokenInfo())
                                    .cacheExpiryDateTime())
                    .as("in transactions too")
                    .isNotNull();
            evse.stop();
            int asked = station.sent(AuthorizeRequest.class).size();
            evse.authorize(token);
            assertThat(station.sent(AuthorizeRequest.class)).as("remembered").hasSize(asked);
            evse.stop();

            lifetime(tenant, "PT0S");
            evse.authorize(token);
            evse.stop();
            asked = station.sent(AuthorizeRequest.class).size();
            evse.authorize(token);
            assertThat(station.sent(AuthorizeRequest.class)).as("forgotten").hasSize(asked + 1);
        }
    }

    private static void lifetime(OwnTenant tenant, String lifetime) {
        assertThat(
                        tenant.rest()
                                .put(
                                        "auth/authorization-policy",
                                        "{\"cacheLifetime\": \"" + lifetime + "\"}")
                                .expect(200)
                                .path("cacheLifetime")
                                .asString())
                .isEqualTo(lifetime);
    }

    @ParameterizedTest
    @EnumSource(value = OcppVersion.class, names = "V2_1")
    void policiesThatMakeNoSenseAreRefused(OcppVersion version) {
        OwnTenant tenant = new OwnTenant();
        for (String policy :
                new String[] {
                    "{\"cacheLifetime\": \"-PT1S\"}",
                    "{\"masterPassGroupId\": \"\"}",
                    "{\"external\": {}}",
                    "{\"external\": {\"url\": \"https://user:secret@example.org/\"}}",
                    "{\"external\": {\"url\": \"https://example.org/\", \"deadline\": \"PT5S\"}}",
                    "{\"external\": {\"url\": \"ftp://example.org/\"}}"
                }) {
            assertThat(tenant.rest().put("auth/authorization-policy", policy).status())
                    .as(policy + " for " + version)
                    .isEqualTo(400);
        }
    }
}
