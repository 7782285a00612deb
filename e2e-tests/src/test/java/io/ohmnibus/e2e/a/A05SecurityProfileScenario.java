/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.a;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.InstallCertificateRequest;
import io.ohmnibus.ocpp.message.InstallCertificateResponse;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.InstallCertificateStatusEnum;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import io.ohmnibus.simulator.rpc.ConnectFailedException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The security profile of a station changes, step by step (ProfileUpgrade; TC_A_19). */
@UseCase("A05")
class A05SecurityProfileScenario {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A05.FR.04", "A05.FR.05", "A05.FR.07", "A05.FR.08", "A00.FR.002"})
    void aStationRisesToThreeAndMayFallBackToTwoButNeverToOne(OcppVersion version) {
        StationBuilder plain = station(version);
        try (Station station = accepted(plain)) {
            change(station, 2, 202);
            awaitStatus(station, "Completed");
            awaitProfile(station, "2");
            try (Station lower = plain.build()) {
                lower.security().password(station.security().password().orElseThrow());
                assertThatThrownBy(lower::connect).isInstanceOf(ConnectFailedException.class);
            }

            assertThat(change(station, 3, 422)).contains("A05.FR.03");
            station.security().sign(CHARGING_STATION_CERTIFICATE);
            A03SignCertificateScenario.awaitStatus(station, "Installed");
            change(station, 3, 202);
            awaitStatus(station, "Completed");
            awaitProfile(station, "3");

            assertThat(change(station, 1, 422)).contains("A00.FR.005");
            change(station, 2, 202);
            awaitStatus(station, "Failed"); // it does not allow it
            station.model().set("SecurityCtrlr", "AllowSecurityProfileDowngrade", "", "true");
            change(station, 2, 202);
            awaitStatus(station, "Completed");
            awaitProfile(station, "2");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("A05.FR.02")
    void aStationThatRefusesAStepKeepsItsProfile(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.onCall(
                    InstallCertificateRequest.class,
                    _ ->
                            new InstallCertificateResponse(
                                    InstallCertificateStatusEnum.REJECTED, null, null));
            change(station, 2, 202);
            awaitStatus(station, "Failed");
            station.goOffline();
            station.goOnline();
            assertThat(station.connected()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStationThatNeverComesWithTheNewProfileKeepsTheOldOneAndItsList(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.onCall(
                    ResetRequest.class,
                    _ -> new ResetResponse(ResetStatusEnum.REJECTED, null, null));
            change(station, 2, 202);
            awaitStatus(station, "FellBack");
            await().atMost(LIMIT)
                    .until(() ->
                            station.model()
                                    .get("OCPPCommCtrlr", "NetworkConfigurationPriority")
                                    .equals("1"));
            station.goOffline();
            station.goOnline();
            assertThat(station.connected()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A00.FR.302", "A05.FR.08"})
    void aStationWithoutAPasswordNeedsOneBeforeItFallsBackToTwo(OcppVersion version) {
        try (Station station = accepted(StationIdentities.certified(version))) {
            String path = "auth/stations/" + station.id();
            station.model().set("SecurityCtrlr", "AllowSecurityProfileDowngrade", "", "true");
            assertThat(change(station, 2, 422)).contains("A00.FR.302");
            assertThat(rest().get(path + "/profile-changes").expect(200).path("items"))
                    .as("nothing was begun")
                    .isEmpty();

            rest().post(path + "/password-changes", "{}").expect(202);
            rest().eventually(
                            path + "/password-changes",
                            shown ->
                                    assertThat(shown.at("/items/0/status").asString())
                                            .isEqualTo("Confirmed"));
            change(station, 2, 202);
            awaitStatus(station, "Completed");
            awaitProfile(station, "2");
        }
    }

    private static String change(Station station, int profile, int status) {
        var answer =
                rest().post(
                                "auth/stations/" + station.id() + "/profile-changes",
                                "{\"securityProfile\": " + profile + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static void awaitStatus(Station station, String status) {
        await().atMost(LIMIT)
                .untilAsserted(() -> {
                    var newest =
                            rest().get("auth/stations/" + station.id() + "/profile-changes")
                                    .expect(200)
                                    .at("/items/0");
                    assertThat(newest.path("status").asString())
                            .as(newest + station.frames().toString())
                            .isEqualTo(status);
                });
    }

    private static void awaitProfile(Station station, String profile) {
        await().atMost(LIMIT)
                .until(() ->
                        station.connected()
                                && station.model()
                                        .get("SecurityCtrlr", "SecurityProfile")
                                        .equals(profile));
        station.awaitAccepted(LIMIT);
    }
}
