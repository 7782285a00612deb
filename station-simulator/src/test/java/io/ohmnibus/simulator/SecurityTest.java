/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static io.ohmnibus.ocpp.type.CertificateSigningUseEnum.CHARGING_STATION_CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.CertificateSignedRequest;
import io.ohmnibus.ocpp.message.CertificateSignedResponse;
import io.ohmnibus.ocpp.message.SecurityEventNotificationRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileResponse;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.message.SignCertificateRequest;
import io.ohmnibus.ocpp.message.SignCertificateResponse;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.CertificateSignedStatusEnum;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GenericStatusEnum;
import io.ohmnibus.ocpp.type.NetworkConnectionProfile;
import io.ohmnibus.ocpp.type.OCPPInterfaceEnum;
import io.ohmnibus.ocpp.type.OCPPTransportEnum;
import io.ohmnibus.ocpp.type.SetNetworkProfileStatusEnum;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.Variable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passwords, network profiles and certificates from the station's side. */
class SecurityTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final FakeCsms csms = new FakeCsms(OcppVersion.V2_1);
    private final Station station =
            Station.builder("CS001").url(csms.url()).password("the old password").build();

    @BeforeEach
    void boots() {
        station.connect();
        station.boot(BootReasonEnum.POWER_UP);
    }

    @AfterEach
    void everyFrameWasValid() {
        station.close();
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private SetVariableStatusEnum set(String component, String variable, String value) {
        return csms.call(
                        new SetVariablesRequest(
                                List.of(
                                        new SetVariableData(
                                                null,
                                                value,
                                                new Component(null, component, null, null),
                                                new Variable(variable, null, null),
                                                null)),
                                null),
                        SetVariablesResponse.class)
                .setVariableResult()
                .getFirst()
                .attributeStatus();
    }

    private SetNetworkProfileStatusEnum setProfile(int slot, String url, int profile) {
        return csms.call(
                        new SetNetworkProfileRequest(
                                slot,
                                new NetworkConnectionProfile(
                                        null,
                                        null,
                                        OCPPInterfaceEnum.WIRED0,
                                        OCPPTransportEnum.JSON,
                                        30,
                                        url,
                                        profile,
                                        null,
                                        null,
                                        null,
                                        null),
                                null),
                        SetNetworkProfileResponse.class)
                .status();
    }

    @Test
    void reconnectsWithANewPassword() {
        assertThat(set("SecurityCtrlr", "BasicAuthPassword", "the new password"))
                .isEqualTo(SetVariableStatusEnum.ACCEPTED);
        await().atMost(LIMIT)
                .until(() ->
                        station.security().password().orElseThrow().equals("the new password")
                                && station.connected());
    }

    @Test
    void refusesNetworkProfilesThatItCannotUse() {
        assertThat(setProfile(9, "wss://csms", 2)).isEqualTo(SetNetworkProfileStatusEnum.REJECTED);
        assertThat(setProfile(2, "ws://csms", 2)).isEqualTo(SetNetworkProfileStatusEnum.REJECTED);
        assertThat(set("OCPPCommCtrlr", "NetworkConfigurationPriority", "2,1"))
                .isEqualTo(SetVariableStatusEnum.REJECTED); // nothing is in slot 2
        assertThat(setProfile(2, "wss://csms", 2)).isEqualTo(SetNetworkProfileStatusEnum.ACCEPTED);
        assertThat(set("OCPPCommCtrlr", "NetworkConfigurationPriority", "2,1"))
                .isEqualTo(SetVariableStatusEnum.REJECTED); // A05.FR.02: no root certificate
        assertThat(setProfile(2, csms.url(), 1)).isEqualTo(SetNetworkProfileStatusEnum.ACCEPTED);
        assertThat(set("OCPPCommCtrlr", "NetworkConfigurationPriority", "2,1"))
                .isEqualTo(SetVariableStatusEnum.ACCEPTED);
    }

    @Test
    void rejectsCertificatesThatItDidNotAskForAndReportsBrokenOnes() {
        csms.on(
                SignCertificateRequest.class,
                _ -> new SignCertificateResponse(GenericStatusEnum.ACCEPTED, null, null));
        assertThat(signed(4711)).isEqualTo(CertificateSignedStatusEnum.REJECTED); // A02.FR.26

        station.security().sign(CHARGING_STATION_CERTIFICATE);
        SignCertificateRequest asked = csms.requests(SignCertificateRequest.class).getFirst();
        assertThat(asked.csr()).startsWith("-----BEGIN CERTIFICATE REQUEST-----");
        assertThat(signed(asked.requestId())).isEqualTo(CertificateSignedStatusEnum.REJECTED);
        await().atMost(LIMIT)
                .until(() -> !csms.requests(SecurityEventNotificationRequest.class).isEmpty());
        assertThat(csms.requests(SecurityEventNotificationRequest.class).getFirst().type())
                .isEqualTo("InvalidChargingStationCertificate"); // A02.FR.07
    }

    private CertificateSignedStatusEnum signed(@Nullable Integer requestId) {
        return csms.call(
                        new CertificateSignedRequest("nonsense", null, requestId, null),
                        CertificateSignedResponse.class)
                .status();
    }
}
