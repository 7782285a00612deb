/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.idempotency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forgets keys after a day; a caller who repeats a request does it sooner. */
final class KeyCleaner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCleaner.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration AGE = Duration.ofDays(1);

    private final IdempotencyKeys keys;
    private @Nullable Disposable running;

    KeyCleaner(IdempotencyKeys keys) {
        this.keys = keys;
    }

    @Override
    public synchronized void start() {
        running = Flux.interval(EVERY).onBackpressureDrop().concatMap(_ -> clean()).subscribe();
    }

    @Override
    public synchronized void stop() {
        Disposable current = running;
        if (current != null) {
            current.dispose();
        }
        running = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private Mono<Long> clean() {
        return keys.forgetOlderThan(AGE)
                .onErrorResume(error -> {
                    LOG.warn("Old keys could not be forgotten: {}", error.toString());
                    return Mono.empty();
                });
    }
}
