/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.g;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.HeartbeatRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The gateway's {@code IncomingCalls} answers Heartbeat with the time; {@code ClockRecorder} sees
 * whose clock is wrong all the same.
 */
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

    @ParameterizedTest
    @EnumSource(OcppVersion.class) // pain 12
    void aClockThatIsFarAheadIsShownUntilTheStationSetsIt(OcppVersion version) {
        var ahead = station(version).clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
        try (Station station = accepted(ahead.set("ClockCtrlr", "TimeSource", "RealTimeClock"))) {
            awaitClock(station, Duration.ofHours(2), true);
            assertThat(farOff()).contains(station.id());

            station.model().set("ClockCtrlr", "TimeSource", "", "Heartbeat,RealTimeClock");
            station.boot(BootReasonEnum.REMOTE_RESET);
            awaitClock(station, Duration.ZERO, false);
            assertThat(farOff()).doesNotContain(station.id());
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class) // pain 12
    void aClockThatIsFarBehindIsShownByAReportThatCannotHaveWaited(OcppVersion version) {
        var behind = station(version).clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)));
        try (Station station = accepted(behind.set("ClockCtrlr", "TimeSource", "RealTimeClock"))) {
            awaitClock(station, Duration.ofHours(-2), true);
        }
    }

    private static void awaitClock(Station station, Duration ahead, boolean beyond) {
        rest().eventually(
                        "station/stations/" + station.id(),
                        shown -> {
                            var clock = shown.path("clock");
                            assertThat(clock.path("beyond").asBoolean(!beyond)).isEqualTo(beyond);
                            assertThat(Duration.parse(clock.path("ahead").asString()))
                                    .isBetween(ahead.minusSeconds(50), ahead.plusSeconds(5));
                        });
    }

    private static List<String> farOff() {
        List<String> ids = new ArrayList<>();
        rest().get("station/clocks?beyond=true&limit=500")
                .expect(200)
                .path("items")
                .forEach(clock -> ids.add(clock.path("stationId").asString()));
        return ids;
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
