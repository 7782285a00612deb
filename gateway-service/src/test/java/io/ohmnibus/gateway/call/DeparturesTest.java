/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

final class DeparturesTest {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Departures departures =
            new Departures(time, () -> time.now(TimeUnit.NANOSECONDS));
    private final List<Integer> left = new ArrayList<>();

    @Test
    void oneAfterTheOtherLeaveAtOnce() {
        for (int call = 1; call <= 20; call++) {
            comes(call);
            assertThat(left).hasSize(call);
            time.advanceTimeBy(Departures.PACE.dividedBy(2));
        }
    }

    @Test
    void whileTheyComeOftenThoseOfOneIntervalLeaveTogetherInTheirOrder() {
        comeOften();

        comes(1);
        comes(2);
        time.advanceTimeBy(Duration.ofMillis(1));
        comes(3);
        assertThat(left).isEmpty();

        time.advanceTimeBy(Departures.PACE);
        assertThat(left).containsExactly(1, 2, 3);
    }

    @Test
    void noneWaitsLongerThanThePace() {
        comeOften();
        for (int round = 1; round <= 5; round++) {
            for (int call = 0; call < Departures.OFTEN; call++) {
                comes(round);
            }
            time.advanceTimeBy(Departures.PACE);
            assertThat(left).hasSize(round * Departures.OFTEN);
        }
    }

    @Test
    void afterwardsTheyLeaveAtOnceAgain() {
        comeOften();
        comes(1);
        time.advanceTimeBy(Departures.PACE);
        left.clear();

        comes(2);

        assertThat(left).containsExactly(2);
    }

    @Test
    void aCrowdAfterSilenceDoesNotWait() {
        comeOften();
        time.advanceTimeBy(Departures.PACE.multipliedBy(2));

        comes(1);
        comes(2);

        assertThat(left).containsExactly(1, 2);
    }

    /** Leaves the time where the next interval begins. */
    private void comeOften() {
        time.advanceTimeBy(Departures.PACE);
        for (int call = 0; call < Departures.OFTEN; call++) {
            comes(0);
        }
        time.advanceTimeBy(Departures.PACE);
        left.clear();
    }

    private void comes(int call) {
        var _ = departures.next().doOnSuccess(_ -> left.add(call)).subscribe();
    }
}
