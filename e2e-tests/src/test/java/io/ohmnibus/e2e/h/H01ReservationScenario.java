/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.h;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static io.ohmnibus.e2e.h.Reserving.becomes;
import static io.ohmnibus.e2e.h.Reserving.reserve;
import static io.ohmnibus.e2e.h.Reserving.reserveAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.message.ReserveNowResponse;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReserveNowStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ReserveNowCommand}: an EVSE, a kind of connector, or any EVSE. */
@UseCase("H01")
class H01ReservationScenario {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static ReserveNowRequest asked(Station station) {
        return station.expectCall(ReserveNowRequest.class, SOON);
    }

    /** TC_H_01, TC_H_08, TC_H_15, TC_H_19 up to the use: what the station is asked for. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H01.FR.03", "H01.FR.04", "H01.FR.06", "H01.FR.11", "H01.FR.23"})
    void reservesAnEvseAKindOfConnectorOrAny(OcppVersion version) {
        try (Station station = accepted(station(version).evses(3))) {
            IdToken token = token("Accepted");
            int specific = reserve(station, token, ", \"evseId\": 2");
            ReserveNowRequest first = asked(station);
            assertThat(first.id()).isEqualTo(specific);
            assertThat(first.evseId()).isEqualTo(2);
            assertThat(first.connectorType()).isNull();
            assertThat(first.groupIdToken()).isNull();
            assertThat(first.idToken()).isEqualTo(token);
            becomes(station, specific, "Active");
            shownAs(station, 2, "Reserved");

            int ofType = reserve(station, token, ", \"connectorType\": \"sType2\"");
            ReserveNowRequest second = asked(station);
            assertThat(second.evseId()).isNull();
            assertThat(second.connectorType()).isEqualTo("sType2");
            becomes(station, ofType, "Active");

            String group = ", \"groupIdToken\": {\"idToken\": \"FLEET\", \"type\": \"Central\"}";
            int any = reserve(station, token, group);
            ReserveNowRequest third = asked(station);
            assertThat(third.evseId()).isNull();
            assertThat(third.connectorType()).isNull();
            assertThat(third.groupIdToken()).isEqualTo(new IdToken(null, "FLEET", "Central", null));
            becomes(station, any, "Active");
            shownAs(station, 1, "Reserved");

            int tooMany = reserve(station, token, "");
            Reserving.eventually(
                    station,
                    tooMany,
                    refused -> {
                        assertThat(refused.path("state").asString()).isEqualTo("Refused");
                        assertThat(refused.path("answer").asString()).isEqualTo("Occupied");
                    });
            var listed =
                    rest().get("transaction/reservations?state=Active&stationId=" + station.id())
                            .expect(200);
            assertThat(listed.at("/items/0/reservationId").asInt()).isEqualTo(any);
            assertThat(listed.path("items").size()).isEqualTo(3);
        }
    }

    private static void shownAs(Station station, int evse, String status) {
        rest().eventually(
                        "station/stations/" + station.id() + "/availability",
                        shown ->
                                assertThat(shown.path("places").valueStream())
                                        .anyMatch(place ->
                                                place.path("evseId").asInt() == evse
                                                        && place.path("state")
                                                                .asString("")
                                                                .equals(status)));
    }

    /** TC_H_14. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H01.FR.07", "H01.FR.20"})
    void asManyReservationsAsEvses(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            IdToken token = token("Accepted");
            becomes(station, reserve(station, token, ""), "Active");
            assertThat(station.evse(1).availability(1)).isEqualTo(ConnectorStatusEnum.AVAILABLE);
            becomes(station, reserve(station, token, ""), "Active");
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(station.evses())
                                    .allMatch(evse ->
                                            evse.availability(1) == ConnectorStatusEnum.RESERVED));
        }
    }

    /** TC_H_22, and the other answers; what was refused does not come back. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H01.FR.01", "H01.FR.12", "H01.FR.14"})
    void whatTheStationRefusesIsNotReserved(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = token("Accepted");
            for (ReserveNowStatusEnum status : ReserveNowStatusEnum.values()) {
                station.onCall(
                        ReserveNowRequest.class, _ -> new ReserveNowResponse(status, null, null));
                int id = reserve(station, token, ", \"evseId\": 1");
                boolean accepted = status == ReserveNowStatusEnum.ACCEPTED;
                Reserving.eventually(
                        station,
                        id,
                        answered -> {
                            assertThat(answered.path("answer").asString())
                                    .isEqualTo(status.wireName());
                            assertThat(answered.path("state").asString())
                                    .isEqualTo(accepted ? "Active" : "Refused");
                        });
            }
            station.goOffline();
            int offline = reserve(station, token, ", \"evseId\": 1");
            Reserving.eventually(
                    station,
                    offline,
                    answered -> {
                        assertThat(answered.path("answer").asString()).isEqualTo("Offline");
                        assertThat(answered.path("state").asString()).isEqualTo("Refused");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("H01.FR.02")
    void aKnownIdReplacesItsReservation(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            IdToken token = token("Accepted");
            int id = reserve(station, token, ", \"evseId\": 1");
            becomes(station, id, "Active");
            assertThat(reserveAs(id, station, token, ", \"evseId\": 2")).isEqualTo("Accepted");
            Reserving.eventually(
                    station,
                    id,
                    replaced -> assertThat(replaced.path("evseId").asInt()).isEqualTo(2));
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(station.evse(1).availability(1))
                                    .isEqualTo(ConnectorStatusEnum.AVAILABLE));
        }
    }

    /** TC_H_20. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H01.FR.16", "H01.FR.17"})
    void aBrokenEvseIsNotReservedAnyMore(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            IdToken token = token("Accepted");
            int first = reserve(station, token, ", \"evseId\": 1");
            int second = reserve(station, token, ", \"evseId\": 2");
            becomes(station, first, "Active");
            becomes(station, second, "Active");

            station.evse(1).breakDown();
            Reserving.eventually(
                    station,
                    first,
                    removed -> {
                        assertThat(removed.path("state").asString()).isEqualTo("Removed");
                        assertThat(removed.path("told").asBoolean()).isTrue();
                    });
            rest().command(
                            "station",
                            station.id(),
                            "ChangeAvailability",
                            "{\"operationalStatus\": \"Inoperative\", \"evse\": {\"id\": 2}}");
            becomes(station, second, "Removed");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H01.FR.02", "H01.FR.23", "H04.FR.01"})
    void whatMakesNoSenseIsNotSent(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = token("Accepted");
            refused(station, token, ", \"evseId\": 0", Duration.ofMinutes(5), "H01.FR.23");
            refused(station, token, "", Duration.ofMinutes(-1), "H04.FR.01");
            refused(station, token, "", Duration.ofDays(30), "H04.FR.01");
            String path = Reserving.path(station);
            for (String wrong : new String[] {"nonsense", "[]", "{}", "{\"id\": 1}"}) {
                assertThat(rest().post(path, wrong).status()).as(wrong).isEqualTo(400);
            }
            String good = Reserving.json(station, token, "", Duration.ofMinutes(5));
            assertThat(rest().post("transaction/stations/NONE/reservations", good).status())
                    .isEqualTo(404);
            assertThat(rest().get(path + "/4711").status()).isEqualTo(404);
            assertThat(rest().delete(path + "/4711").status()).isEqualTo(404);
        }
    }

    private static void refused(
            Station station, IdToken token, String more, Duration ahead, String requirement) {
        var answer =
                rest().post(Reserving.path(station), Reserving.json(station, token, more, ahead));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(requirement);
    }
}
