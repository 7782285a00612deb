/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.a;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.rpc.ConnectFailedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The password of a station is changed; whatever happens on the way, the station gets in
 * (PasswordUpdate, PasswordSet; TC_A_09, TC_A_10).
 */
@UseCase("A01")
class A01PasswordScenario {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A01.FR.02", "A01.FR.03"})
    void afterTheStationAcceptedOnlyTheNewPasswordOpensTheDoor(OcppVersion version) {
        try (Station station = accepted(version)) {
            String old = password(station);
            change(station, "{}");
            awaitStatus(station, "Confirmed");
            await().atMost(LIMIT).until(() -> !password(station).equals(old));
            String made = password(station);
            assertThat(made).hasSize(32);

            await().atMost(LIMIT).until(station::connected);
            assertRefused(station, old);
            station.security().password(made);
            station.goOnline();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A01.FR.04", "A01.FR.05"})
    void afterTheStationRefusedTheOldPasswordStaysValid(OcppVersion version) {
        try (Station station = accepted(version)) {
            answer(station, SetVariableStatusEnum.REJECTED);
            change(station, "{\"password\": \"a2B4c6D8e0F1g3H5i7J9\"}");
            awaitStatus(station, "Rejected");

            station.goOffline();
            station.goOnline();
            assertRefused(station, "a2B4c6D8e0F1g3H5i7J9");
        }
    }

    /** F46: the station is away while its password is changed. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStationThatIsAwayGetsInWithTheOldPasswordAndThenHasTheNewOne(OcppVersion version) {
        try (Station station = accepted(version)) {
            String old = password(station);
            goOffline(station);
            change(station, "{\"within\": \"PT1H\"}");

            station.goOnline();
            awaitStatus(station, "Confirmed");
            await().atMost(LIMIT)
                    .until(() -> !password(station).equals(old) && station.connected());
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aLostAnswerLocksNobodyOutAndTheConnectionTellsWhichPasswordItIs(OcppVersion version) {
        try (Station station = accepted(version)) {
            String old = password(station);
            station.onCall(
                    SetVariablesRequest.class,
                    request -> {
                        station.security()
                                .password(request.setVariableData().getFirst().attributeValue());
                        station.goOffline();
                        return result(request, SetVariableStatusEnum.ACCEPTED);
                    });
            change(station, "{}");
            await().atMost(LIMIT).until(() -> !password(station).equals(old));

            station.goOnline();
            awaitStatus(station, "Confirmed");
            assertRefused(station, old);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatIsWeakUnknownOrASecondChangeIsRefused(OcppVersion version) {
        try (Station station = accepted(version)) {
            String path = path(station);
            for (String weak : List.of("short", "aaaaaaaaaaaaaaaaaaaaaaa", "x".repeat(41))) {
                assertThat(
                                rest().post(path, "{\"password\": \"" + weak + "\"}")
                                        .expect(400)
                                        .at("/errors/0/field")
                                        .asString())
                        .isEqualTo("password");
            }
            rest().post("auth/stations/NOBODY/password-changes", "{}").expect(404);

            goOffline(station);
            change(station, "{}");
            assertThat(rest().post(path, "{}").status()).isEqualTo(409);

            var generic =
                    rest().post(
                                    "station/stations/%s/commands/SetVariables"
                                            .formatted(station.id()),
                                    """
                                    {"setVariableData": [{"attributeValue": "a2B4c6D8e0F1g3H5i7J9",
                                      "component": {"name": "SecurityCtrlr"},
                                      "variable": {"name": "BasicAuthPassword"}}]}
                                    """)
                            .expect(422);
            assertThat(generic.path("requirement").asString()).isEqualTo("A01.FR.03");
        }
    }

    /** A14: the password is in the frame to the station and nowhere else. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A01.FR.08", "A01.FR.09"})
    void noAnswerOfOursContainsThePassword(OcppVersion version) {
        try (Station station = accepted(version)) {
            String chosen = "a2B4c6D8e0F1g3H5i7J9k" + version.ordinal();
            String answer = rest().post(path(station), "{\"password\": \"" + chosen + "\"}").body();
            awaitStatus(station, "Confirmed");

            assertThat(password(station)).isEqualTo(chosen);
            assertThat(answer).doesNotContain(chosen);
            assertThat(rest().get(path(station)).body()).doesNotContain(chosen);
            assertThat(rest().get("auth/stations/" + station.id() + "/commands").body())
                    .doesNotContain(chosen);
        }
    }

    private static String password(Station station) {
        return station.security().password().orElseThrow();
    }

    private static String path(Station station) {
        return "auth/stations/" + station.id() + "/password-changes";
    }

    private static void change(Station station, String body) {
        assertThat(rest().post(path(station), body).expect(202).path("status").asString())
                .isEqualTo("Pending");
    }

    private static void awaitStatus(Station station, String status) {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(
                                        rest().get(path(station))
                                                .expect(200)
                                                .at("/items/0/status")
                                                .asString())
                                .isEqualTo(status));
    }

    private static void goOffline(Station station) {
        station.goOffline();
        await().atMost(LIMIT)
                .until(() ->
                        !rest().get("gateway/connections/" + station.id())
                                .expect(200)
                                .path("online")
                                .asBoolean());
    }

    private static void assertRefused(Station station, String password) {
        station.goOffline();
        station.security().password(password);
        assertThatThrownBy(station::goOnline)
                .isInstanceOf(ConnectFailedException.class)
                .hasMessageContaining("401");
    }

    private static void answer(Station station, SetVariableStatusEnum status) {
        station.onCall(SetVariablesRequest.class, request -> result(request, status));
    }

    private static SetVariablesResponse result(
            SetVariablesRequest request, SetVariableStatusEnum status) {
        var data = request.setVariableData().getFirst();
        return new SetVariablesResponse(
                List.of(
                        new SetVariableResult(
                                null, status, null, data.component(), data.variable(), null)),
                null);
    }
}
