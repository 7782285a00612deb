/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.h;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static io.ohmnibus.e2e.h.Reserving.becomes;
import static io.ohmnibus.e2e.h.Reserving.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ReservationStatusUpdateRequest;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReservationUpdateStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code UseReservations}: a transaction names the reservation that it came of. */
@UseCase("H03")
class H03UseReservedEvseScenario {

    private static void usedBy(Station station, int reservation, String transaction) {
        Reserving.eventually(
                station,
                reservation,
                used -> {
                    assertThat(used.path("state").asString()).isEqualTo("Used");
                    assertThat(used.path("transactionId").asString()).isEqualTo(transaction);
                });
        var shown =
                rest().get("transaction/transactions/" + station.id() + "/" + transaction)
                        .expect(200);
        assertThat(shown.path("reservationId").asInt()).isEqualTo(reservation);
    }

    /** TC_H_01. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H01.FR.15", "H03.FR.01", "H03.FR.09", "H03.FR.10"})
    void theTokenUsesItsReservation(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = token("Accepted");
            int id = reserve(station, token, ", \"evseId\": 1");
            becomes(station, id, "Active");
            var evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            assertThat(evse.authorizedToken()).isEmpty();

            evse.authorize(token);

            usedBy(station, id, evse.transactionId());
        }
    }

    /** TC_H_19. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H03.FR.04", "H03.FR.08"})
    void soDoesAnotherTokenOfTheGroup(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken group = token("Accepted");
            String member =
                    "{\"groupIdToken\": {\"idToken\": \"%s\", \"type\": \"Central\"}}"
                            .formatted(group.idToken());
            String more =
                    ", \"evseId\": 1, \"groupIdToken\": {\"idToken\": \"%s\", \"type\": \"Central\"}"
                            .formatted(group.idToken());
            int id = reserve(station, token(member, "ISO14443"), more);
            becomes(station, id, "Active");

            var evse = station.evse(1);
            evse.authorize(token(member, "ISO14443"));
            evse.plugIn();

            usedBy(station, id, evse.transactionId());
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H03.FR.02", "H03.FR.09", "F01.FR.21"})
    void aRemoteStartUsesTheReservationOfItsToken(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            IdToken token = token("Accepted");
            int id = reserve(station, token, ", \"evseId\": 2");
            becomes(station, id, "Active");
            assertThat(start(station, token("Accepted"))).isEqualTo("Rejected");

            assertThat(start(station, token)).isEqualTo("Accepted");

            Reserving.becomes(station, id, "Used");
            usedBy(station, id, station.evse(2).transactionId());
        }
    }

    private static String start(Station station, IdToken token) {
        String json =
                """
                {"evseId": 2, "remoteStartId": %d,
                 "idToken": {"idToken": "%s", "type": "%s"}}
                """
                        .formatted(token.hashCode() & 0xFFFFFF, token.idToken(), token.type());
        return rest().command("transaction", station.id(), "RequestStartTransaction", json)
                .at("/response/status")
                .asString();
    }

    /** E12: the transaction is told long after the reservation is over. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("H01.FR.15")
    void aTransactionThatIsToldLateHasUsedItAllTheSame(OcppVersion version) {
        try (Station station =
                accepted(
                        station(version)
                                .set("AuthCtrlr", "OfflineTxForUnknownIdEnabled", "true"))) {
            IdToken token = token("Accepted");
            int id = reserve(station, token, ", \"evseId\": 1");
            becomes(station, id, "Active");
            station.goOffline();
            var evse = station.evse(1).plugIn();
            evse.authorize(token);

            station.goOnline();

            usedBy(station, id, evse.transactionId());
        }
    }

    @Test
    @Requirement("H03.FR.11")
    void aDriverWhoDoesNotPlugInHasUsedItForNothing() {
        try (Station station =
                accepted(
                        station(OcppVersion.V2_1)
                                .set("TxCtrlr", "TxStartPoint", "PowerPathClosed")
                                .set("TxCtrlr", "EVConnectionTimeOut", "0"))) {
            IdToken token = token("Accepted");
            int id = reserve(station, token, ", \"evseId\": 1");
            becomes(station, id, "Active");
            station.evse(1).authorize(token);
            becomes(station, id, "NoTransaction");
        }
    }

    /** A32. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void nobodySpeaksForTheReservationOfAnotherStation(OcppVersion version) {
        try (Station station = accepted(version);
                Station stranger = accepted(version)) {
            int id = reserve(station, token("Accepted"), ", \"evseId\": 1");
            becomes(station, id, "Active");
            stranger.call(
                    new ReservationStatusUpdateRequest(
                            id, ReservationUpdateStatusEnum.REMOVED, null));
            becomes(station, id, "Active");
        }
    }
}
