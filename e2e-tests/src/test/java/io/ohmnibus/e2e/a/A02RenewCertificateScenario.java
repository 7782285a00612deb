/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.a;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.a.A03SignCertificateScenario.awaitStatus;
import static io.ohmnibus.e2e.a.A03SignCertificateScenario.first;
import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.message.CertificateSignedResponse;
import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.CertificateSignedStatusEnum;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.TriggerMessageStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.security.Identity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator has certificates renewed (CertificateOrders, Delivery; TC_A_11, TC_A_14). */
@UseCase("A02")
class A02RenewCertificateScenario {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A02.FR.11", "A02.FR.14", "A02.FR.25"})
    void aStationRenewsItsCertificateWhenAsked(OcppVersion version) {
        try (Station station = accepted(version)) {
            renew(station);
            assertThat(station.expectCall(TriggerMessageRequest.class, LIMIT).requestedMessage())
                    .isEqualTo(MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE);
            awaitStatus(station, "Installed");
            assertThat(station.security().identity(CHARGING_STATION_CERTIFICATE)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("A02.FR.01")
    void aStationIsAskedBeforeItsCertificateEnds(OcppVersion version) {
        try (Station station = accepted(version)) {
            add(station, Duration.ofDays(20));
            assertThat(station.expectCall(TriggerMessageRequest.class, LIMIT).requestedMessage())
                    .isEqualTo(MessageTriggerEnum.SIGN_CHARGING_STATION_CERTIFICATE);
            await().atMost(LIMIT)
                    .until(() ->
                            station.security().identity(CHARGING_STATION_CERTIFICATE).isPresent());
            awaitStatus(station, "Installed");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStationThatMakesNoNewRequestIsSeen(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.onCall(
                    TriggerMessageRequest.class,
                    _ ->
                            new TriggerMessageResponse(
                                    TriggerMessageStatusEnum.NOT_IMPLEMENTED, null, null));
            add(station, Duration.ofDays(20));
            await().atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(first(station, "renewalFailure"))
                                    .isEqualTo("NotImplemented"));
        }
    }

    private static void add(Station station, Duration left) {
        Identity ending = StationIdentities.until(station.id(), Instant.now().plus(left));
        rest().post(
                        "auth/stations/" + station.id() + "/certificates",
                        StationIdentities.json(ending))
                .expect(201);
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("A02.FR.07")
    void aCertificateThatTheStationRejectsIsRecordedAsSuch(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.onCall(
                    CertificateSignedRequest.class,
                    _ ->
                            new CertificateSignedResponse(
                                    CertificateSignedStatusEnum.REJECTED,
                                    new StatusInfo("InvalidCertificate", "expired", null),
                                    null));
            renew(station);
            awaitStatus(station, "Rejected");
            assertThat(first(station, "reason")).isEqualTo("InvalidCertificate: expired");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void aStationThatLeavesGetsItsCertificateWhenItIsBack(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.security().sign(CHARGING_STATION_CERTIFICATE);
            station.goOffline();
            awaitStatus(station, "Issued");
            station.goOnline();
            awaitStatus(station, "Installed");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("A00.FR.704")
    void aRevokedCertificateIsListedAsSuchAndUnknownOnesAreNotFound(OcppVersion version) {
        try (Station station = accepted(version)) {
            renew(station);
            awaitStatus(station, "Installed");
            String path = "auth/stations/" + station.id() + "/certificates/";
            var revoked =
                    rest().post(
                                    path + first(station, "serialNumber") + "/revocation",
                                    "{\"reason\": \"stolen\"}")
                            .expect(200);
            assertThat(revoked.path("status").asString()).isEqualTo("Revoked");
            assertThat(revoked.path("reason").asString()).endsWith("stolen");
            rest().post(path + "123/revocation", "{}").expect(404);
            rest().post("auth/stations/NOBODY/certificates/renewals", "{}").expect(404);
            rest().post(path.replaceFirst("/$", ""), "{\"certificate\": \"nonsense\"}").expect(400);
        }
    }

    private static void renew(Station station) {
        rest().post("auth/stations/" + station.id() + "/certificates/renewals", "{}").expect(202);
    }
}
