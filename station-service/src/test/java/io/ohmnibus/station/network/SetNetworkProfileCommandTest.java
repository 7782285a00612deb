/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileResponse;
import io.ohmnibus.ocpp.type.NetworkConnectionProfile;
import io.ohmnibus.ocpp.type.OCPPInterfaceEnum;
import io.ohmnibus.ocpp.type.OCPPTransportEnum;
import io.ohmnibus.ocpp.type.SetNetworkProfileStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import org.junit.jupiter.api.Test;

final class SetNetworkProfileCommandTest {

    private final FakeNetworkProfiles profiles = new FakeNetworkProfiles();
    private final FakeDeviceModel model = new FakeDeviceModel();
    private final SetNetworkProfileCommand command =
            new SetNetworkProfileCommand(profiles, model, CLOCK);

    private static SetNetworkProfileRequest profile(int slot, int securityProfile, String url) {
        return new SetNetworkProfileRequest(
                slot,
                new NetworkConnectionProfile(
                        null,
                        null,
                        OCPPInterfaceEnum.WIRED0,
                        OCPPTransportEnum.JSON,
                        30,
                        url,
                        securityProfile,
                        "me",
                        "a password of 20 chars",
                        null,
                        null),
                null);
    }

    private void knows(String component, String variable, String value) {
        model.with(VariableId.ofController(component, variable, null), value);
    }

    private void refuses(SetNetworkProfileRequest request, String requirement) {
        assertThatThrownBy(() -> command.prepare(KEY, request).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo(requirement));
    }

    private void takes(SetNetworkProfileRequest request) {
        assertThat(command.prepare(KEY, request).block()).isEqualTo(request);
    }

    @Test
    @Requirement("B09.FR.02")
    void addressAndSecurityProfileBelongTogether() {
        takes(profile(1, 1, "ws://other.example/ocpp"));
        takes(profile(1, 3, "WSS://other.example/ocpp"));
        refuses(profile(1, 1, "wss://other.example/ocpp"), "B09.FR.02");
        refuses(profile(1, 2, "ws://other.example/ocpp"), "B09.FR.02");
        refuses(profile(1, 0, "http://other.example"), "B09.FR.02");
        refuses(profile(1, 4, "wss://other.example"), "B09.FR.02");
    }

    @Test
    @Requirement("B09.FR.05")
    void aStationHasOnlySomeSlots() {
        knows("OCPPCommCtrlr", "NetworkConfigurationPriority", "0");
        VariableId priority =
                VariableId.ofController("OCPPCommCtrlr", "NetworkConfigurationPriority", null);
        takes(profile(7, 1, "ws://a"));
        model.valuesLists.put(priority.normalised(), "0, 1");
        takes(profile(1, 1, "ws://a"));
        refuses(profile(7, 1, "ws://a"), "B09.FR.05");
    }

    @Test
    @Requirement({"B09.FR.04", "B09.FR.31", "B09.FR.32"})
    void aSecurityProfileIsNotLoweredButFrom3To2() {
        knows("SecurityCtrlr", "SecurityProfile", "3");
        refuses(profile(1, 2, "wss://a"), "B09.FR.04");
        knows("SecurityCtrlr", "AllowSecurityProfileDowngrade", "true");
        takes(profile(1, 2, "wss://a"));
        refuses(profile(1, 1, "ws://a"), "B09.FR.32");
    }

    @Test
    @Requirement({"B09.FR.01", "B09.FR.03"})
    void remembersEachOutcomeWithoutSecrets() {
        for (SetNetworkProfileStatusEnum status : SetNetworkProfileStatusEnum.values()) {
            command.completed(
                            KEY,
                            profile(2, 1, "ws://a"),
                            new Outcome.Answered<>(
                                    new SetNetworkProfileResponse(status, null, null)))
                    .block();
        }
        assertThat(profiles.given)
                .extracting(NetworkProfiles.Profile::outcome)
                .containsExactlyInAnyOrder("Accepted", "Rejected", "Failed");
        assertThat(profiles.given.getFirst().at()).isEqualTo(NOW);
        assertThat(profiles.given.toString()).doesNotContain("20 chars");
    }
}
