/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.a;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.root;
import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.V2G_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.type.GenericStatusEnum;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.security.SigningRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stations ask for certificates by themselves (SignCertificateHandler, SigningRound). */
@UseCase("A03")
class A03SignCertificateScenario {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A03.FR.11", "A03.FR.14", "A03.FR.21"})
    void aStationGetsTheCertificateThatItAskedFor(OcppVersion version) throws Exception {
        try (Station station = accepted(version)) {
            assertThat(station.security().sign(CHARGING_STATION_CERTIFICATE).status())
                    .isEqualTo(GenericStatusEnum.ACCEPTED);

            var delivered = station.expectCall(CertificateSignedRequest.class, LIMIT);
            assertThat(delivered.certificateType()).isEqualTo(CHARGING_STATION_CERTIFICATE);
            assertThat(delivered.requestId())
                    .isEqualTo(station.sent(SignCertificateRequest.class).getFirst().requestId());
            await().atMost(LIMIT)
                    .until(() ->
                            station.security().identity(CHARGING_STATION_CERTIFICATE).isPresent());
            var certificate =
                    station.security()
                            .identity(CHARGING_STATION_CERTIFICATE)
                            .orElseThrow()
                            .certificate();
            certificate.verify(root().getPublicKey());
            assertThat(certificate.getSubjectX500Principal().getName())
                    .isEqualTo("CN=" + station.id() + ",O=Ohmnibus");
            awaitStatus(station, "Installed");
            assertThat(first(station, "serialNumber"))
                    .isEqualTo(certificate.getSerialNumber().toString(16));
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("A03.FR.21")
    void severalRequestsAreOnTheirWayAtATime(OcppVersion version) {
        try (Station station = accepted(version)) {
            String secc = "SECC-" + station.id();
            tellSeccId(station, secc);
            station.security().sign(CHARGING_STATION_CERTIFICATE);
            station.security().commonName(secc);
            assertThat(station.security().sign(V2G_CERTIFICATE).status())
                    .isEqualTo(GenericStatusEnum.ACCEPTED);
            await().atMost(LIMIT)
                    .until(() ->
                            station.security().identity(CHARGING_STATION_CERTIFICATE).isPresent()
                                    && station.security().identity(V2G_CERTIFICATE).isPresent());
            assertThat(
                            station.security()
                                    .identity(V2G_CERTIFICATE)
                                    .orElseThrow()
                                    .certificate()
                                    .getSubjectX500Principal()
                                    .getName())
                    .contains("CN=" + secc);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"A03.FR.12", "A00.FR.405", "A00.FR.502"})
    void whatMustNotBeSignedIsRefused(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.security().commonName("ST-OF-OTHERS");
            assertThat(station.security().sign(CHARGING_STATION_CERTIFICATE).status())
                    .isEqualTo(GenericStatusEnum.REJECTED);
            assertThat(station.security().sign(V2G_CERTIFICATE).status())
                    .isEqualTo(GenericStatusEnum.REJECTED);
            station.security().commonName(station.id());
            assertThat(
                            station.security()
                                    .sign(
                                            CHARGING_STATION_CERTIFICATE,
                                            SigningRequest.rsaKeys(1024))
                                    .status())
                    .isEqualTo(GenericStatusEnum.REJECTED);
            assertThat(station.raw("[2,\"c1\",\"SignCertificate\",{\"csr\":\"nonsense\"}]"))
                    .contains("Rejected", "InvalidCSR");

            var rows =
                    rest().get("auth/certificates?status=Refused&stationId=" + station.id())
                            .expect(200);
            assertThat(rows.at("/items").size()).isEqualTo(4);
            rest().get("auth/certificates?status=Whatever").expect(400);
            rest().post(
                            "auth/stations/%s/commands/CertificateSigned".formatted(station.id()),
                            "{\"certificateChain\": \"nonsense\"}")
                    .expect(422);
        }
    }

    /** The specification's name in a certificate is the serial number; an operator sets it. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("A00.FR.511")
    void theNameMayBeTheSerialNumberAndBelongsToOneStation(OcppVersion version) {
        try (Station station = accepted(version);
                Station other = accepted(version)) {
            String serial = "SN-" + station.id();
            rest().put(name(station), "{\"certificateName\": \"" + serial + "\"}").expect(200);
            rest().put(name(other), "{\"certificateName\": \"" + serial + "\"}").expect(409);
            rest().put(name(other), "{\"certificateName\": \"" + station.id() + "\"}").expect(409);
            station.security().commonName(serial);
            assertThat(station.security().sign(CHARGING_STATION_CERTIFICATE).status())
                    .isEqualTo(GenericStatusEnum.ACCEPTED);
            other.security().commonName(serial);
            assertThat(other.security().sign(CHARGING_STATION_CERTIFICATE).status())
                    .isEqualTo(GenericStatusEnum.REJECTED);
        }
    }

    private static String name(Station station) {
        return "auth/stations/" + station.id() + "/credentials/certificate-name";
    }

    private static void tellSeccId(Station station, String secc) {
        station.onCall(
                GetVariablesRequest.class,
                request -> {
                    var asked = request.getVariableData().getFirst();
                    return new GetVariablesResponse(
                            List.of(
                                    new GetVariableResult(
                                            GetVariableStatusEnum.ACCEPTED,
                                            null,
                                            null,
                                            secc,
                                            asked.component(),
                                            asked.variable(),
                                            null)),
                            null);
                });
        rest().command(
                        "station",
                        station.id(),
                        "GetVariables",
                        """
                        {"getVariableData": [{"component": {"name": "ISO15118Ctrlr"},
                          "variable": {"name": "SeccId"}}]}
                        """);
    }

    static void awaitStatus(Station station, String status) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(first(station, "status")).isEqualTo(status));
    }

    static String first(Station station, String field) {
        return rest().get("auth/stations/" + station.id() + "/certificates")
                .expect(200)
                .at("/items/0/" + field)
                .asString();
    }
}
