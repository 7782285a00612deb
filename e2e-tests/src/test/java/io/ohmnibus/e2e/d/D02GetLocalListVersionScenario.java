/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.d;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.d.Lists.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.GetLocalListVersionRequest;
import io.ohmnibus.ocpp.message.GetLocalListVersionResponse;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.type.UpdateEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code GetLocalListVersionCommand}: a list that is not the right one is replaced. */
@UseCase("D02")
class D02GetLocalListVersionScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @DisplayName("TC_D_08, TC_D_09: Get Local List Version - Success, No list available")
    @Requirement({"D02.FR.01", "D02.FR.02", "D02.FR.03"})
    void theStationTellsItsVersion(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(asked(station)).isZero();
            assertThat(Lists.shown(station).path("reportedVersion").asInt(-1)).isZero();

            member(station);
            Lists.give(station, false);
            assertThat(asked(station)).isEqualTo(Lists.shown(station).path("version").asInt());

            station.model().set("LocalAuthListCtrlr", "Enabled", "", "false");
            assertThat(asked(station)).isZero();
            Lists.eventually(station, "Failed");
            assertThat(Lists.shown(station).path("reason").asString())
                    .isEqualTo("Failed: NotEnabled");
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("D01.FR.03")
    void aListOfAnotherVersionIsReplaced(OcppVersion version) {
        try (Station station = accepted(version)) {
            member(station);
            Lists.give(station, false);
            Lists.part(station);
            station.onCall(
                    GetLocalListVersionRequest.class,
                    _ -> new GetLocalListVersionResponse(40, null));

            rest().post(Lists.path(station) + "/verifications", "");

            SendLocalListRequest replaced = Lists.part(station);
            assertThat(replaced.updateType()).isEqualTo(UpdateEnum.FULL);
            assertThat(replaced.versionNumber()).isEqualTo(41);
            Lists.inSync(station);
        }
    }

    private static int asked(Station station) {
        return rest().command("auth", station.id(), "GetLocalListVersion", "{}")
                .at("/response/versionNumber")
                .asInt();
    }
}
