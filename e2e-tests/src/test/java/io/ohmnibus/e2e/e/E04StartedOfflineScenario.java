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
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * {@code RecordTransaction}, {@code AuthorizeIdToken}: a transaction begins without connection, and
 * goes on with one.
 */
@UseCase("E04")
class E04StartedOfflineScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E04.FR.01", "E04.FR.02", "E04.FR.03", "E04.FR.04", "E04.FR.05", "E04.FR.06"})
    void aTransactionThatBeganOfflineGoesOnOnline(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = token("Accepted");
            station.evse(1).authorize(token); // the station's cache knows it from now on
            station.evse(1).stop();
            station.goOffline();
            Evse evse = station.evse(1).plugIn();
            assertThat(evse.authorize(token).status()).isEqualTo(AuthorizationStatusEnum.ACCEPTED);
            evse.startCharging().meter(new BigDecimal("400"));

            station.goOnline();

            JsonNode begun = TransactionOf.shown(station, evse);
            assertThat(begun.path("state").asString()).isEqualTo("Ongoing");
            assertThat(begun.path("startedOffline").asBoolean()).isTrue();
            assertThat(begun.path("authorizationStatus").asString()).isEqualTo("Accepted");
            evse.meter(new BigDecimal("100")).stop().unplug();
            JsonNode ended = TransactionOf.shown(station, evse);
            assertThat(ended.path("endedOffline").asBoolean()).isFalse();
            assertThat(ended.path("complete").asBoolean()).isTrue();
            assertThat(ended.path("energyWh").decimalValue()).isEqualByComparingTo("500");
        }
    }

    /** The station believed what it knew; the platform says what is true now (E05.FR.01). */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E04.FR.02", "E05.FR.01"})
    void aTokenThatWasBlockedMeanwhileIsRefusedWhenTheEventsArrive(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStopPoint", "Authorized"))) {
            IdToken token = token("Accepted");
            station.evse(1).authorize(token);
            station.evse(1).stop();
            station.goOffline();
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token);
            evse.startCharging();
            rest().put("auth/tokens/ISO14443/" + token.idToken(), "{\"status\": \"Blocked\"}")
                    .expect(200);

            station.goOnline();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("authorizationStatus").asString()).isEqualTo("Blocked");
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("stoppedReason").asString()).isEqualTo("DeAuthorized");
        }
    }
}
