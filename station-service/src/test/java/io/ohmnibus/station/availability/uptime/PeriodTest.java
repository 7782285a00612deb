/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability.uptime;

import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.web.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PeriodTest {

    private static void refused(@Nullable Instant from, @Nullable Instant to) {
        assertThatThrownBy(() -> Period.asked(from, to, NOW)).isInstanceOf(Problem.class);
    }

    @Test
    void isTheLastMonthUnlessSaid() {
        assertThat(Period.asked(null, null, NOW))
                .isEqualTo(new Period(NOW.minus(Duration.ofDays(30)), NOW));
    }

    @Test
    void hasNothingOfTheFuture() {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        assertThat(Period.asked(yesterday, NOW.plusSeconds(60), NOW))
                .isEqualTo(new Period(yesterday, NOW));
        refused(NOW, NOW.plusSeconds(60));
    }

    @Test
    void isNeitherBackwardsNorEndless() {
        refused(NOW.minusSeconds(1), NOW.minusSeconds(2));
        refused(NOW.minus(Duration.ofDays(401)), NOW);
        refused(Instant.MIN, null);
        refused(null, Instant.MIN.plus(Duration.ofDays(60)));
    }

    @Test
    void endsAtAWholeMicrosecondAsTimesInTheDatabaseDo() {
        Instant now = Instant.parse("2026-01-02T00:00:00.123456789Z");
        assertThat(Period.asked(null, null, now).to())
                .isEqualTo(Instant.parse("2026-01-02T00:00:00.123456Z"));
    }
}
