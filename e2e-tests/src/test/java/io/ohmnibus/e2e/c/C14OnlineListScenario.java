/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.d.Lists;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.message.SendLocalListResponse;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.ocpp.type.SendLocalListStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A station with a connection need not ask about whom its local list names; we judge anyway. */
@UseCase("C14")
class C14OnlineListScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName(
            "TC_C_40, TC_C_43: Authorization by GroupId - Success, Invalid status with Local Authorization List")
    @Requirement({"C14.FR.02", "C14.FR.03", "C09.FR.02", "C09.FR.03", "C09.FR.11"})
    void whoIsInTheListStartsAndStopsWithoutAQuestion(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.model().set("AuthCtrlr", "LocalPreAuthorize", "", "true");
            IdToken mother = Lists.member(station);
            IdToken daughter = Lists.member(station);
            IdToken blocked = Lists.member(station, "Blocked");
            Lists.give(station, true);
            Evse evse = station.evse(1).plugIn();

            evse.authorize(mother);
            assertThat(told(evse).status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(told(evse).groupIdToken()).isNotNull();
            evse.startCharging();
            assertThat(station.sent(AuthorizeRequest.class)).isEmpty();

            assertThat(evse.authorize(blocked).status()).isEqualTo(AuthorizationStatusEnum.BLOCKED);
            assertThat(station.sent(AuthorizeRequest.class)).hasSize(1);
            assertThat(evse.hasTransaction()).isTrue();
            evse.authorize(daughter);
            assertThat(told(evse).status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(told(evse).groupIdToken()).isNotNull();
            evse.unplug();
            assertThat(station.sent(AuthorizeRequest.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C12.FR.03", "E05.FR.01"})
    void aTokenThatWasBlockedMeanwhileIsRefusedInTheTransaction(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.model().set("AuthCtrlr", "LocalPreAuthorize", "", "true");
            IdToken token = Lists.member(station);
            Lists.give(station, false);
            station.onCall(
                    SendLocalListRequest.class,
                    _ -> new SendLocalListResponse(SendLocalListStatusEnum.FAILED, null, null));
            rest().put("auth/tokens/ISO14443/" + token.idToken(), "{\"status\": \"Blocked\"}")
                    .expect(200);

            Evse evse = station.evse(1).plugIn();
            evse.authorize(token);

            assertThat(evse.transactionEvents().stream().anyMatch(e -> e.idToken() != null))
                    .isTrue();
            assertThat(evse.authorizedToken()).isEmpty();
        }
    }

    private static IdTokenInfo told(Evse evse) {
        return Objects.requireNonNull(evse.lastAnswer().orElseThrow().idTokenInfo());
    }
}
