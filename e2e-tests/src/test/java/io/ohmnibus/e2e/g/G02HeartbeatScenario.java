/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.g;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway's {@code StationSession} answers Heartbeat with the time. */
@UseCase("G02")
class G02HeartbeatScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("G02.FR.03")
    void theAnswerTellsTheTime(OcppVersion version) {
        try (Station station = accepted(version)) {
            Instant before = Instant.now();
            var first = station.call(new HeartbeatRequest(null));
            var second = station.call(new HeartbeatRequest(null));

            assertThat(Duration.between(before, first.currentTime()).abs())
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(second.currentTime()).isAfterOrEqualTo(first.currentTime());
        }
    }

    @Test
    @Requirement("G02.FR.02")
    void betweenHeartbeatsAStationMayBeSilent() {
        try (Station station = accepted(OcppVersion.V2_1)) {
            await().during(Duration.ofSeconds(12))
                    .atMost(Duration.ofSeconds(30))
                    .until(station::connected);
        }
    }
}
