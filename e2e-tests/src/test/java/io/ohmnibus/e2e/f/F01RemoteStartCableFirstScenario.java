/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.f;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code RequestStartTransactionCommand}, when the cable is plugged in already. */
@UseCase("F01")
class F01RemoteStartCableFirstScenario {

    /** TC_F_01. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F01.FR.03", "F01.FR.04", "F01.FR.13", "F01.FR.19", "F01.FR.25"})
    void theTransactionOfThePluggedCableIsAuthorized(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            station.evse(2).plugIn();
            String transaction = Remote.transaction(station);

            int remoteStartId = Remote.start(station, token("Accepted"), ", \"evseId\": 2");

            Remote.eventually(
                    station,
                    request -> {
                        assertThat(request.path("status").asString()).isEqualTo("Accepted");
                        assertThat(request.path("outcome").asString()).isEqualTo("Done");
                        assertThat(request.at("/request/remoteStartId").asInt())
                                .isEqualTo(remoteStartId);
                        assertThat(request.at("/effect/transactionId").asString())
                                .isEqualTo(transaction);
                        assertThat(request.at("/effect/state").asString()).isEqualTo("Ongoing");
                    });
            var shown =
                    rest().get("transaction/transactions/" + station.id() + "/" + transaction)
                            .expect(200);
            assertThat(shown.path("remoteStartId").asInt()).isEqualTo(remoteStartId);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F01.FR.23", "F01.FR.24"})
    void whatTheStationRejectsHasNoEffect(OcppVersion version) {
        try (Station station = accepted(version)) {
            Remote.start(station, token("Accepted"), ", \"evseId\": 1");
            Remote.becomes(station, "Done");

            Remote.start(station, token("Accepted"), ", \"evseId\": 1");

            Remote.eventually(
                    station,
                    request -> {
                        assertThat(request.path("status").asString()).isEqualTo("Rejected");
                        assertThat(request.path("outcome").asString()).isEqualTo("Refused");
                        assertThat(request.path("effect").isMissingNode()).isTrue();
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStationThatIsAwayCannotStart(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.goOffline();
            Remote.start(station, token("Accepted"), "");
            Remote.eventually(
                    station,
                    request -> {
                        assertThat(request.path("status").asString()).isEqualTo("Offline");
                        assertThat(request.path("outcome").asString()).isEqualTo("Refused");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F01.FR.06", "F01.FR.09", "F01.FR.11", "F02.FR.21", "C09.FR.13"})
    void whatMakesNoSenseIsNotSent(OcppVersion version) {
        try (Station station = accepted(version)) {
            IdToken token = token("Accepted");
            int used = Remote.start(station, token, "");
            refused(station, token, used, "", "F02.FR.21");
            String profile =
                    """
                    , "chargingProfile": {"id": 1, "stackLevel": 0, %s
                     "chargingProfileKind": "Relative", "chargingProfilePurpose": "%s",
                     "chargingSchedule": [{"id": 1, "chargingRateUnit": "W",
                       "chargingSchedulePeriod": [{"startPeriod": 0, "limit": 6000}]}]}
                    """;
            refused(
                    station,
                    token,
                    900_001,
                    profile.formatted("", "TxDefaultProfile"),
                    "F01.FR.09");
            String late = profile.formatted("\"transactionId\": \"tx\",", "TxProfile");
            refused(station, token, 900_001, late, "F01.FR.11");
            String group = ", \"groupIdToken\": {\"idToken\": \"FLEET\", \"type\": \"ISO14443\"}";
            refused(station, token, 900_001, group, "C09.FR.13");
            String path = "transaction/stations/" + station.id() + "/remote-starts";
            for (String wrong : new String[] {"nonsense", "[]", "{}", "{\"remoteStartId\": 1}"}) {
                assertThat(rest().post(path, wrong).status()).as(wrong).isEqualTo(400);
            }
        }
    }

    private static void refused(
            Station station, IdToken token, int id, String more, String requirement) {
        String json =
                "{\"idToken\": {\"idToken\": \"%s\", \"type\": \"%s\"}, \"remoteStartId\": %d%s}"
                        .formatted(token.idToken(), token.type(), id, more);
        assertThat(Remote.refused(station, "RequestStartTransaction", json)).contains(requirement);
    }
}
