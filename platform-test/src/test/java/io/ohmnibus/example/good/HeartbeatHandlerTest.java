/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.example.good;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.Requirement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class HeartbeatHandlerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    @Requirement("G02.FR.01")
    void tellsTheCurrentTime() {
        var handler = new HeartbeatHandler(Clock.fixed(NOW, ZoneOffset.UTC));
        var station =
                new Station(
                        new StationKey("default", "CS1"),
                        OcppVersion.V2_1,
                        new Call("1", NOW, "connection"));

        var answer =
                handler.handle(station, new HeartbeatRequest(null)).block(Duration.ofSeconds(1));

        assertThat(answer).isNotNull();
        assertThat(answer.currentTime()).isEqualTo(NOW);
    }
}
