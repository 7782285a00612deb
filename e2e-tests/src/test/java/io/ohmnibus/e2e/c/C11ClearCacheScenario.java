/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ClearCacheCommand}: a station forgets what it was told about tokens. */
@UseCase("C11")
class C11ClearCacheScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName(
            "TC_C_37, TC_C_38: Clear Authorization Data in Authorization Cache - Accepted, Rejected")
    @Requirement({"C11.FR.01", "C11.FR.02", "C11.FR.03", "C11.FR.04"})
    void aStationClearsItsCacheOrSaysThatItDoesNot(OcppVersion version) {
        try (Station station = accepted(version)) {
            String path = "auth/stations/" + station.id() + "/authorization-cache";
            assertThat(rest().get(path).status()).isEqualTo(404);
            IdToken token = token("Accepted");
            Evse evse = station.evse(1);
            evse.plugIn().authorize(token);
            evse.stop().unplug();

            assertThat(clear(station)).isEqualTo("Accepted");
            rest().eventually(
                            path,
                            cache -> {
                                assertThat(cache.path("status").asString()).isEqualTo("Accepted");
                                assertThat(cache.path("clearedAt").asString("")).isNotEmpty();
                            });
            station.goOffline();
            assertThat(evse.authorize(token).status()).isEqualTo(AuthorizationStatusEnum.UNKNOWN);
            station.goOnline();

            station.model().set("AuthCacheCtrlr", "Enabled", "", "false");
            assertThat(clear(station)).isEqualTo("Rejected");
            rest().eventually(
                            path,
                            cache -> {
                                assertThat(cache.path("status").asString()).isEqualTo("Rejected");
                                assertThat(cache.path("clearedAt").asString("")).isNotEmpty();
                            });
        }
    }

    private static String clear(Station station) {
        return rest().command("auth", station.id(), "ClearCache", "{}")
                .at("/response/status")
                .asString();
    }
}
