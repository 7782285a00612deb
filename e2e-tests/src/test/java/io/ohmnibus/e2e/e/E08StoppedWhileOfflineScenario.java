/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code RecordTransaction}: a transaction ends while nobody can be told, and is told later. */
@UseCase("E08")
class E08StoppedWhileOfflineScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E08.FR.01", "E08.FR.04", "E08.FR.08"})
    void theEndComesWithItsOwnTimeWhenTheStationIsBack(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging();
            station.goOffline();
            evse.meter(new BigDecimal("400")).stop().unplug();
            assertThat(TransactionOf.shown(station, evse).path("state").asString())
                    .isEqualTo("Ongoing");
            station.goOnline();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("complete").asBoolean()).isTrue();
            assertThat(shown.path("startedOffline").asBoolean()).isFalse();
            assertThat(shown.path("endedOffline").asBoolean()).isTrue();
            assertThat(shown.path("endedAt").asString())
                    .isLessThanOrEqualTo(shown.path("endedReceivedAt").asString());
            assertThat(shown.path("energyWh").decimalValue()).isEqualByComparingTo("400");
        }
    }
}
