/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.background;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Work that is done again and again until it is closed. In contrast to a scheduled method it goes
 * on while the application stops, for as long as its component needs it.
 */
public final class Background implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    private final Disposable running;

    private Background(Disposable running) {
        this.running = running;
    }

    /** Starts at once, and anew each time after that pause; a failure is logged. */
    public static Background every(Duration pause, Supplier<Mono<Void>> work) {
        return new Background(
                Mono.defer(work)
                        .onErrorResume(failure -> {
                            log.warn("will be tried again: {}", failure.toString());
                            return Mono.empty();
                        })
                        .then(Mono.delay(pause))
                        .repeat()
                        .subscribe());
    }

    /** Does the work now, and waits for it; for components that stop. */
    public static void finish(Mono<Void> work, Duration limit) {
        try {
            work.block(limit);
        } catch (RuntimeException failure) {
            log.warn("not finished: {}", failure.toString());
        }
    }

    @Override
    public void close() {
        running.dispose();
    }
}
