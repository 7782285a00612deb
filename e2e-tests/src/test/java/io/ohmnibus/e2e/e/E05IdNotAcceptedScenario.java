/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

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
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code AuthorizeIdToken}: a token that the station trusted by old knowledge is judged again when
 * its event comes.
 */
@UseCase("E05")
class E05IdNotAcceptedScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E05.FR.01", "E05.FR.10"})
    void aTokenThatWasBlockedMeanwhileEndsTheTransaction(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = token("Accepted");
            Evse evse = trusting(station, token);

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("authorizationStatus").asString()).isEqualTo("Blocked");
            assertThat(shown.path("chargingState").asString()).isNotEqualTo("Charging");
            assertThat(evse.lastAnswer()).isPresent();
            assertThat(
                            rest().get("auth/tokens/ISO14443/" + token.idToken() + "/transactions")
                                    .expect(200)
                                    .path("items"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("E05.FR.02")
    void whereTheStationGoesOnItDoesSoWithoutEnergy(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "StopTxOnInvalidId", "false"))) {
            Evse evse = trusting(station, token("Accepted"));

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("state").asString()).isEqualTo("Ongoing");
            assertThat(shown.path("authorizationStatus").asString()).isEqualTo("Blocked");
            assertThat(shown.path("chargingState").asString()).isEqualTo("SuspendedEVSE");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E01.FR.11", "E02.FR.04", "E05.FR.01"})
    void everyStatusIsToldInTheAnswerToTheEvent(OcppVersion version) {
        try (Station station = accepted(station(version).evses(4))) {
            assertThat(told(station, 1, token("Blocked")))
                    .isEqualTo(AuthorizationStatusEnum.BLOCKED);
            assertThat(told(station, 2, token("Expired")))
                    .isEqualTo(AuthorizationStatusEnum.EXPIRED);
            assertThat(told(station, 3, new IdToken(null, "NEVERSEEN", "ISO14443", null)))
                    .isEqualTo(AuthorizationStatusEnum.UNKNOWN);

            IdToken twice = token("Accepted");
            assertThat(told(station, 4, twice)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            assertThat(told(station, 1, twice)).isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);
        }
    }

    private static AuthorizationStatusEnum told(Station station, int evse, IdToken token) {
        var answer = station.call(TransactionOf.at(station, evse).started(0, token));
        return Objects.requireNonNull(answer.idTokenInfo()).status();
    }

    /**
     * The station trusts its cache while it is offline; meanwhile the operator blocks the token.
     */
    private static Evse trusting(Station station, IdToken token) {
        Evse evse = station.evse(1).plugIn();
        evse.authorize(token);
        evse.stop().unplug();
        station.goOffline();
        rest().put("auth/tokens/ISO14443/" + token.idToken(), "{\"status\": \"Blocked\"}")
                .expect(200);
        evse.plugIn();
        assertThat(evse.authorize(token).status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
        evse.startCharging();
        station.goOnline();
        station.settle();
        return evse;
    }
}
