/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class AllowanceTest {

    private long now;

    @Test
    void givesABurstAndThenARate() {
        Allowance allowance = new Allowance(0.5, 3, () -> now);
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
        now += Duration.ofSeconds(2).toNanos();
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }

    @Test
    void savesNoMoreThanTheBurst() {
        Allowance allowance = new Allowance(100, 2, () -> now);
        now += Duration.ofDays(1).toNanos();
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }
}
