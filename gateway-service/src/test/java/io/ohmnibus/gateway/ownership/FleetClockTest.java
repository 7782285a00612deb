/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FleetClockTest { // F29

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final AtomicLong timer = new AtomicLong();
    private final FleetClock behind = new FleetClock(Clock.fixed(NOW, ZoneOffset.UTC), timer::get);

    @Test
    void isOnesOwnClockWhenNobodyIsAhead() {
        assertThat(behind.millis()).isEqualTo(NOW.toEpochMilli());
        behind.heard(NOW.minus(AHEAD));
        assertThat(behind.millis()).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void followsTheClockThatIsFurthestAhead() {
        behind.heard(NOW.plus(AHEAD));
        behind.heard(NOW.plusSeconds(1));
        assertThat(behind.millis()).isEqualTo(NOW.plus(AHEAD).toEpochMilli());
        timer.addAndGet(5_000); // nothing was heard meanwhile
        assertThat(behind.millis()).isEqualTo(NOW.plus(AHEAD).plusSeconds(5).toEpochMilli());
    }
}
