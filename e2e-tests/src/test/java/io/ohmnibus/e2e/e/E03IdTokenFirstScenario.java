/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code AuthorizeIdToken} and {@code RecordTransaction}: the driver shows a card, then plugs in.
 */
@UseCase("E03")
class E03IdTokenFirstScenario {

    /** TC_E_04. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E03.FR.01", "E03.FR.02"})
    void theTokenOfTheFirstEventIsJudgedAndTheCableFollows(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = token("Accepted");
            Evse evse = station.evse(1);
            evse.authorize(token);

            assertThat(evse.lastAnswer().orElseThrow().idTokenInfo()).isNotNull();
            assertThat(TransactionOf.shown(station, evse).path("connectorId").isNumber()).isFalse();
            evse.plugIn().startCharging().meter(new BigDecimal("250")).stop().unplug();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("connectorId").asInt()).isEqualTo(1);
            assertThat(shown.path("idToken").asString()).isEqualTo(token.idToken());
            assertThat(shown.path("complete").asBoolean()).isTrue();
            assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo("250");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("E03.FR.05")
    void withoutACableTheTransactionTimesOutAndTheTokenIsFreeAgain(OcppVersion version) {
        try (Station station =
                        accepted(station(version).set("TxCtrlr", "EVConnectionTimeOut", "1"));
                Station other = accepted(version)) {
            IdToken token = token("Accepted");
            Evse evse = station.evse(1);
            evse.authorize(token);

            rest().eventually(
                            "transaction/transactions/" + station.id() + "/" + evse.transactionId(),
                            shown ->
                                    assertThat(shown.path("stoppedReason").asString())
                                            .isEqualTo("Timeout"));
            Evse next = other.evse(1).plugIn();
            next.authorize(token);
            assertThat(TransactionOf.shown(other, next).path("authorizationStatus").asString())
                    .isEqualTo("Accepted");
        }
    }
}
