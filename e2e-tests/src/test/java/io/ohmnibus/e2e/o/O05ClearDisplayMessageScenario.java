/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.o;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ClearDisplayMessageRequest;
import io.ohmnibus.ocpp.message.ClearDisplayMessageResponse;
import io.ohmnibus.ocpp.type.ClearMessageStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ClearDisplayMessageCommand}: what a station removes is gone from the mirror. */
@UseCase("O05")
class O05ClearDisplayMessageScenario {

    /** TC_O_04 and TC_O_05. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O05.FR.01", "O05.FR.02"})
    void aMessageIsClearedOnce(OcppVersion version) {
        try (Station station = accepted(version)) {
            Displays.fill(station, 1, 2);
            assertThat(Displays.clear(station, 1)).isEqualTo("Accepted");
            Displays.holds(station, 2);
            assertThat(Displays.clear(station, 1)).isEqualTo("Unknown");
            Displays.holds(station, 2);
        }
    }

    @Test
    @Requirement("O05.FR.03")
    void whatAStationWillNotClearStays() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            Displays.fill(station, 1);
            station.onCall(
                    ClearDisplayMessageRequest.class,
                    _ ->
                            new ClearDisplayMessageResponse(
                                    ClearMessageStatusEnum.REJECTED, null, null));
            assertThat(Displays.clear(station, 1)).isEqualTo("Rejected");
            Displays.holds(station, 1);
        }
    }
}
