/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.auth.profile.ProfileChange.Step;
import io.ohmnibus.auth.variable.StationVariable;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.InstallCertificateRequest;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GetVariableData;
import io.ohmnibus.ocpp.type.InstallCertificateUseEnum;
import io.ohmnibus.ocpp.type.NetworkConnectionProfile;
import io.ohmnibus.ocpp.type.OCPPInterfaceEnum;
import io.ohmnibus.ocpp.type.OCPPTransportEnum;
import io.ohmnibus.ocpp.type.OCPPVersionEnum;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.ocpp.type.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** What the CSMS sends in each step. */
@org.springframework.stereotype.Component
@EnableConfigurationProperties(CsmsProperties.class)
class StepCommands {

    static final StationVariable PRIORITY =
            new StationVariable("OCPPCommCtrlr", "NetworkConfigurationPriority");
    static final StationVariable DOWNGRADE =
            new StationVariable("SecurityCtrlr", "AllowSecurityProfileDowngrade");
    private static final int MESSAGE_TIMEOUT = 30;

    private final CsmsProperties csms;

    StepCommands(CsmsProperties csms) {
        this.csms = csms;
    }

    CsmsProperties csms() {
        return csms;
    }

    Request<?> of(ProfileChange change, Step step) {
        return switch (step) {
            case INSTALL_ROOT ->
                    new InstallCertificateRequest(
                            InstallCertificateUseEnum.CSMS_ROOT_CERTIFICATE, root(), null);
            case READ_NETWORK ->
                    new GetVariablesRequest(List.of(asked(PRIORITY), asked(DOWNGRADE)), null);
            case SET_PROFILE ->
                    new SetNetworkProfileRequest(
                            Objects.requireNonNull(change.slot()), profile(change), null);
            case SET_PRIORITY -> // A05.FR.04: the old one stays, as the second
                    PRIORITY.setTo(change.slot() + "," + change.priority());
            case RESET -> new ResetRequest(ResetEnum.ON_IDLE, null, null);
            case CONNECT -> throw new IllegalArgumentException("The station connects by itself");
        };
    }

    private static GetVariableData asked(StationVariable variable) {
        return new GetVariableData(
                null,
                new Component(null, variable.component(), null, null),
                new Variable(variable.name(), null, null),
                null);
    }

    private NetworkConnectionProfile profile(ProfileChange change) {
        return new NetworkConnectionProfile(
                null,
                OCPPVersionEnum.OCPP20, // required in 2.0.1, and ignored by everybody
                Arrays.stream(OCPPInterfaceEnum.values())
                        .filter(known -> known.wireName().equals(change.ocppInterface()))
                        .findFirst()
                        .orElse(OCPPInterfaceEnum.WIRED0),
                OCPPTransportEnum.JSON,
                MESSAGE_TIMEOUT,
                Objects.requireNonNull(csms.urls().get(change.toProfile())),
                change.toProfile(),
                null,
                null,
                null,
                null);
    }

    private String root() {
        Path file = Objects.requireNonNull(csms.root());
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The root certificate cannot be read", e);
        }
    }
}
