/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.o;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code SetDisplayMessageCommand} with an id that the station has. */
@UseCase("O06")
class O06ReplaceDisplayMessageScenario {

    /** TC_O_12. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O06.FR.01")
    void aMessageWithAKnownIdReplacesTheOldOneWhole(OcppVersion version) {
        try (Station station = accepted(version)) {
            String old = Displays.message(1, "InFront", "\"state\": \"Idle\",");
            assertThat(Displays.set(station, old)).isEqualTo("Accepted");
            String replacing = Displays.message(1, "NormalCycle").replace("Text 1", "Other");
            assertThat(Displays.set(station, replacing)).isEqualTo("Accepted");
            Displays.eventually(
                    station,
                    items -> {
                        assertThat(items).hasSize(1);
                        assertThat(items.toString())
                                .contains("Other", "NormalCycle")
                                .doesNotContain("Idle");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O01.FR.16")
    void theNewestAlwaysInFrontReplacesTheOneBefore(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(Displays.set(station, Displays.message(1, "AlwaysFront")))
                    .isEqualTo("Accepted");
            assertThat(Displays.set(station, Displays.message(2, "AlwaysFront")))
                    .isEqualTo("Accepted");
            Displays.holds(station, 2);
        }
    }
}
