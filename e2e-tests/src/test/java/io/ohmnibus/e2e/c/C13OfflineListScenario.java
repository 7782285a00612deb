/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.d.Lists;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A station without connection lets in whom its local list names, and nobody else. */
@UseCase("C13")
class C13OfflineListScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C13.FR.01", "C13.FR.02", "C13.FR.04"})
    void whoIsInTheListChargesOfflineAndIsKnownAfterwards(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken listed = Lists.member(station);
            IdToken blocked = Lists.member(station, "Blocked");
            IdToken unlisted = token("Accepted");
            Lists.give(station, true);
            Evse evse = station.evse(1);

            station.goOffline();
            assertThat(evse.authorize(unlisted).status())
                    .isEqualTo(AuthorizationStatusEnum.UNKNOWN);
            station.model().set("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "", "true");
            assertThat(evse.authorize(blocked).status())
                    .as("a listed token is not unknown")
                    .isEqualTo(AuthorizationStatusEnum.BLOCKED);
            assertThat(evse.plugIn().authorize(listed).status())
                    .isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            evse.startCharging();
            station.goOnline();
            evse.stop().unplug();

            assertThat(station.sent(AuthorizeRequest.class)).isEmpty();
            var shown =
                    rest().get(
                                    "transaction/transactions/"
                                            + station.id()
                                            + "/"
                                            + evse.transactionId())
                            .expect(200);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("startedOffline").asBoolean()).isTrue();
            assertThat(shown.path("idToken").asString()).isEqualTo(listed.idToken());
        }
    }
}
