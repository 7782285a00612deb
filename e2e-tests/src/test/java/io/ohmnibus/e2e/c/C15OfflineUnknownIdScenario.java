/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A station lets an unknown driver charge while it is offline, and hears afterwards who that was.
 */
@UseCase("C15")
class C15OfflineUnknownIdScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C15.FR.02", "C15.FR.04", "C15.FR.08"})
    void aTokenThatNobodyKnowsIsRefusedWhenTheStationIsBack(OcppVersion version) {
        try (Station station = accepted(offlineForAll(version))) {
            IdToken unknown = new IdToken(null, "STRANGER-" + station.id(), "ISO14443", null);
            Evse evse = station.evse(1);
            station.goOffline();
            assertThat(evse.plugIn().authorize(unknown).status())
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            evse.startCharging();

            station.goOnline();

            assertThat(evse.authorizedToken()).isEmpty();
            JsonNode shown = shown(station, evse);
            assertThat(shown.path("startedOffline").asBoolean()).isTrue();
            assertThat(shown.path("idToken").asString()).isEqualTo(unknown.idToken());
            assertThat(Policies.reason(station, unknown)).isEqualTo("Unknown");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("C15.FR.02")
    void aTokenThatIsKnownGoesOn(OcppVersion version) {
        try (Station station = accepted(offlineForAll(version))) {
            IdToken known = token("Accepted");
            Evse evse = station.evse(1);
            station.goOffline();
            evse.plugIn().authorize(known);
            evse.startCharging();

            station.goOnline();

            assertThat(evse.authorizedToken()).contains(known);
            evse.stop().unplug();
            assertThat(shown(station, evse).path("state").asString()).isEqualTo("Ended");
        }
    }

    private static StationBuilder offlineForAll(OcppVersion version) {
        return station(version).set("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "true");
    }

    private static JsonNode shown(Station station, Evse evse) {
        return rest().get("transaction/transactions/" + station.id() + "/" + evse.transactionId())
                .expect(200);
    }
}
