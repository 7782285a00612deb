/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.e2e.Rest;
import io.ohmnibus.e2e.Started;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code AuthorizeHandler} and {@code AuthorizeIdToken} name the group of a token, so that the
 * family may stop what one of them started.
 */
@UseCase("C09")
class C09GroupIdScenario {

    private static final String GROUPS = "auth/token-groups/";
    private static final String FAMILY = "{\"groupIdToken\": {\"idToken\": \"FAMILY\"}}";

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_C_39: Authorization by GroupId - Success")
    @Requirement({
        "C01.FR.06",
        "C09.FR.02",
        "C09.FR.09",
        "C09.FR.10",
        "C09.FR.12",
        "C09.FR.13",
        "E01.FR.12"
    })
    void theGroupIsToldAndStopsTheTransactionOfAnotherMember(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken mother = token(FAMILY, "ISO14443");
            IdToken daughter = token(FAMILY, "ISO14443");
            Evse evse = station.evse(1).plugIn();

            var told = evse.authorize(mother);
            assertThat(told.groupIdToken()).isEqualTo(new IdToken(null, "FAMILY", "Central", null));
            assertThat(evse.lastAnswer().orElseThrow().idTokenInfo())
                    .extracting("groupIdToken.idToken")
                    .isEqualTo("FAMILY");
            evse.startCharging();
            String transaction = evse.transactionId();
            evse.authorize(daughter); // C09.FR.05
            assertThat(evse.lastAnswer().orElseThrow().idTokenInfo())
                    .returns(AuthorizationStatusEnum.ACCEPTED, IdTokenInfo::status)
                    .extracting("groupIdToken.idToken")
                    .isEqualTo("FAMILY");
            evse.unplug();

            var shown =
                    rest().get("transaction/transactions/" + station.id() + "/" + transaction)
                            .expect(200);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("groupId").asString()).isEqualTo("FAMILY");
            assertThat(shown.path("idToken").asString()).isEqualTo(mother.idToken());
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("C09.FR.03")
    void aTokenOfAnotherGroupDoesNotStopIt(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token(FAMILY, "ISO14443"));
            evse.startCharging();

            var stranger = evse.authorize(token("Accepted"));

            assertThat(stranger.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(stranger.groupIdToken()).isNull();
            assertThat(evse.hasTransaction()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"C01.FR.07", "C01.FR.22"})
    void whatIsSaidOfAGroupCountsForThoseBelowIt(OcppVersion version) {
        try (Station station = accepted(version)) {
            String company = "CO-" + station.id();
            String team = "TEAM-" + station.id();
            IdToken driver =
                    token("{\"groupIdToken\": {\"idToken\": \"%s\"}}".formatted(team), "ISO14443");
            say(company, "{\"chargingPriority\": 4}");
            say(team, "{\"parentGroupId\": \"%s\"}".formatted(company));

            var told = Asking.about(station, driver);
            assertThat(told.status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(told.chargingPriority()).isEqualTo(4);
            assertThat(told.groupIdToken()).extracting(IdToken::idToken).isEqualTo(team);

            say(company, "{\"status\": \"Blocked\"}");
            assertThat(Asking.status(station, driver)).isEqualTo(AuthorizationStatusEnum.BLOCKED);
            assertThat(Policies.reason(station, driver)).isEqualTo("Group");
            assertThat(rest().get(GROUPS + team).expect(200).at("/inEffect/refusedBy").asString())
                    .isEqualTo(company);
            Evse evse = station.evse(1).plugIn();
            assertThat(station.call(Started.now(station, driver)).idTokenInfo())
                    .extracting(IdTokenInfo::status)
                    .isEqualTo(AuthorizationStatusEnum.BLOCKED);
            evse.unplug();

            say(company, "{\"allowedAt\": {\"ELSEWHERE\": []}}");
            assertThat(Asking.status(station, driver))
                    .isEqualTo(AuthorizationStatusEnum.NOT_AT_THIS_LOCATION);

            assertThat(rest().put(GROUPS + company, "{\"parentGroupId\": \"%s\"}".formatted(team)))
                    .returns(400, Rest.Answer::status);
            assertThat(rest().delete(GROUPS + company).status()).isEqualTo(409);
            assertThat(rest().delete(GROUPS + team).status()).isEqualTo(204);
            assertThat(Asking.status(station, driver)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        }
    }

    private static void say(String group, String what) {
        rest().put(GROUPS + group, what).expect(200);
    }
}
