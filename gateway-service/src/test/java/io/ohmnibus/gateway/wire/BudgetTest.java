/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BudgetTest {

    private static final long MILLI = 1_000_000;

    private final Budget budget = new Budget(100, Duration.ofSeconds(1), 10);
    private final long now = System.nanoTime() + 1000 * MILLI;

    @Test
    void grantsABurstAndThenAnEvenRate() {
        for (int i = 0; i < 10; i++) {
            assertThat(budget.take(1, now)).isNotPositive();
        }
        assertThat(budget.take(1, now)).isEqualTo(10 * MILLI);
        assertThat(budget.take(1, now)).isEqualTo(20 * MILLI);
        assertThat(budget.take(1, now + 20 * MILLI)).isEqualTo(10 * MILLI);
    }

    @Test
    void earnsTheBurstAgainInQuiet() {
        assertThat(budget.take(20, now)).isPositive();
        assertThat(budget.take(10, now + 300 * MILLI)).isNotPositive();
        assertThat(budget.take(1, now + 300 * MILLI)).isPositive();
    }

    @Test
    void tellsWhoWaitsFromWhoPushes() {
        budget.take(10, now);
        assertThat(budget.isAhead(budget.take(1, now), 1)).isFalse();
        budget.take(1, now);
        assertThat(budget.isAhead(budget.take(1, now), 1)).isTrue();
    }
}
