/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * The quiet after the handshake and after boot, and while a BootNotification is being answered:
 * some stations start over when they are called then (pain 24).
 */
final class Settling {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private volatile boolean booting;
    private volatile long quietUntil;

    Settling(Duration quiet) {
        begin(quiet);
    }

    /** A BootNotification came; it is answered before anything else is said. */
    void boots() {
        booting = true;
    }

    /** The quiet begins. */
    void begin(Duration quiet) {
        quietUntil = System.nanoTime() + quiet.toNanos();
        booting = false;
    }

    /** Completes when the quiet is over. */
    Mono<Void> over() {
        return Mono.defer(() -> {
            Duration left = left();
            return left.isZero() ? Mono.empty() : Mono.delay(left).then(over());
        });
    }

    private Duration left() {
        if (booting) {
            return LOOK_AGAIN;
        }
        long nanos = quietUntil - System.nanoTime();
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }
}
