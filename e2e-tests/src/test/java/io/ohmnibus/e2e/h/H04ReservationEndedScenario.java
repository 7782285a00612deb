/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.h;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static io.ohmnibus.e2e.h.Reserving.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ReservationStatusUpdateHandler}, {@code ExpireReservations}. */
@UseCase("H04")
class H04ReservationEndedScenario {

    /** TC_H_07. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"H04.FR.01", "H04.FR.02", "H04.FR.03"})
    void theStationTellsThatItsTimeIsOver(OcppVersion version) {
        try (Station station = accepted(version)) {
            int id = reserve(station, token("Accepted"), ", \"evseId\": 1", Duration.ofMillis(500));
            Reserving.eventually(
                    station,
                    id,
                    over -> {
                        assertThat(over.path("state").asString()).isEqualTo("Expired");
                        assertThat(over.path("told").asBoolean()).isTrue();
                        assertThat(over.path("answer").asString()).isEqualTo("Accepted");
                    });
            assertThat(station.evse(1).availability(1)).isEqualTo(ConnectorStatusEnum.AVAILABLE);
        }
    }
}
