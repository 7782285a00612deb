/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class TimeLimitsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void endWhatTakesTooLong() {
        Mono<String> never = Mono.never();
        assertThatThrownBy(
                        () -> never.timeout(Duration.ofMillis(60), TimeLimits.COARSE).block(LONG))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void leaveAloneWhatIsInTime() {
        assertThat(Mono.just("done").timeout(LONG, TimeLimits.COARSE).block(LONG))
                .isEqualTo("done");
    }

    @Test
    void areDroppedWithTheirWork() {
        Disposable limit = TimeLimits.COARSE.schedule(() -> {}, 1, TimeUnit.HOURS);
        assertThat(limit.isDisposed()).isFalse();
        limit.dispose();
        assertThat(limit.isDisposed()).isTrue();
    }
}
