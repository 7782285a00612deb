/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
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
 * {@code RecordTransaction}: the connection is lost while a car charges; whatever of it comes, in
 * whatever order, ends in the same transaction, and what is missing is named.
 */
@UseCase("E11")
class E11ConnectionLossScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E11.FR.01", "E11.FR.07"})
    void eventsThatWereKeptOfflineAreAllThereAfterwards(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging();
            station.goOffline();
            evse.meter(new BigDecimal("700"));
            station.goOnline();
            evse.meter(new BigDecimal("300")).stop().unplug();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("seqNoGaps")).isEmpty();
            assertThat(shown.path("complete").asBoolean()).isTrue();
            assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo("1000");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aGapIsShownUntilItIsFilled(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, null));
            station.call(transaction.updated(1));
            station.call(transaction.updated(4));
            station.call(transaction.ended(6));

            JsonNode gaps = transaction.shown();
            assertThat(gaps.path("state").asString()).isEqualTo("Ended");
            assertThat(gaps.path("complete").asBoolean()).isFalse();
            assertThat(TransactionOf.texts(gaps.path("seqNoGaps"))).containsExactly("2-3", "5");
            assertThat(TransactionOf.texts(gaps.path("flags"))).containsExactly("seqNoGap");

            station.call(TransactionOf.offline(transaction.updated(5)));
            station.call(TransactionOf.offline(transaction.updated(3)));
            station.call(TransactionOf.offline(transaction.updated(2)));

            JsonNode healed = transaction.shown();
            assertThat(healed.path("complete").asBoolean()).isTrue();
            assertThat(healed.path("flags")).isEmpty();
            assertThat(healed.path("energyWh").decimalValue()).isEqualByComparingTo("600");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("E11.FR.07")
    void anEventWhoseAnswerWasLostCountsOnceWhenItIsRepeatedAsOffline(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            var token = token("Accepted");
            var first = station.call(transaction.started(0, token));
            station.call(transaction.updated(1));
            JsonNode before = transaction.shown();

            var again = station.call(TransactionOf.offline(transaction.started(0, token)));
            station.call(TransactionOf.offline(transaction.updated(1)));

            assertThat(again).isEqualTo(first);
            assertThat(transaction.shown()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatNeverEndedIsAbandonedWhenTheNextCarComesAndItsTokenIsFree(OcppVersion version) {
        try (Station station = accepted(version);
                Station other = accepted(version)) {
            IdToken token = token("Accepted");
            TransactionOf lost = TransactionOf.at(station);
            station.call(lost.started(0, token));
            assertThat(asked(other, token)).isEqualTo(AuthorizationStatusEnum.CONCURRENT_TX);

            station.evse(1).plugIn(); // by the station's clock an hour later

            assertThat(lost.shown().path("state").asString()).isEqualTo("Abandoned");
            rest().eventually(
                            "auth/tokens/ISO14443/" + token.idToken() + "/transactions",
                            running -> assertThat(running.path("items")).isEmpty());
            assertThat(asked(other, token)).isEqualTo(AuthorizationStatusEnum.ACCEPTED);

            station.call(TransactionOf.offline(lost.ended(1)));
            assertThat(lost.shown().path("state").asString()).isEqualTo("Ended");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void theSameDriverAtTheSameEvseIsNotHeldUpByALostEnd(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStartPoint", "Authorized"))) {
            IdToken token = token("Accepted");
            station.call(TransactionOf.at(station).started(0, token));

            Evse evse = station.evse(1).plugIn();
            evse.authorize(token);

            assertThat(TransactionOf.shown(station, evse).path("authorizationStatus").asString())
                    .isEqualTo("Accepted");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void anotherEventUnderAUsedNumberIsKeptButDoesNotCount(OcppVersion version) {
        try (Station station = accepted(version)) {
            TransactionOf transaction = TransactionOf.at(station);
            station.call(transaction.started(0, null));
            station.call(transaction.updated(1));
            station.call(transaction.ended(1));

            JsonNode shown = transaction.shown();
            assertThat(shown.path("state").asString()).isEqualTo("Ongoing");
            assertThat(TransactionOf.texts(shown.path("flags"))).containsExactly("seqNoConflict");
        }
    }

    private static AuthorizationStatusEnum asked(Station station, IdToken token) {
        return station.call(new AuthorizeRequest(token, null, null, null)).idTokenInfo().status();
    }
}
