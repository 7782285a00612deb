/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A4. */
final class FailedAttemptsTest {

    private static final StationKey ONE = new StationKey("default", "CS-1");
    private static final StationKey TWO = new StationKey("default", "CS-2");

    private long now;
    private final FailedAttempts attempts = new FailedAttempts(2, Duration.ofSeconds(8), () -> now);

    @Test
    void doublesTheDelayAfterTheFreeOnes() {
        assertThat(attempts.add(ONE, "a")).isZero();
        assertThat(attempts.add(ONE, "a")).isZero();
        assertThat(attempts.add(ONE, "a")).hasSeconds(1);
        assertThat(attempts.add(ONE, "a")).hasSeconds(2);
        assertThat(attempts.add(ONE, "a")).hasSeconds(4);
        assertThat(attempts.add(ONE, "a")).hasSeconds(8);
        assertThat(attempts.add(ONE, "a")).hasSeconds(8);
    }

    @Test
    void countsByIdentityFromManyAddressesAndByAddressForManyIdentities() {
        attempts.add(ONE, "a");
        attempts.add(ONE, "b");
        assertThat(attempts.add(ONE, "c")).hasSeconds(1);
        attempts.add(TWO, "c");
        assertThat(attempts.add(new StationKey("default", "CS-3"), "c")).hasSeconds(1);
    }

    @Test
    void forgetsAfterAQuarterOfAnHour() {
        attempts.add(ONE, "a");
        attempts.add(ONE, "a");
        attempts.add(ONE, "a");
        now += Duration.ofMinutes(16).toNanos();
        assertThat(attempts.add(ONE, "a")).isZero();
    }
}
