/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells those who wait in this instance that a command has ended. */
final class CommandWaiters {

    private final Sinks.Many<UUID> ended = Sinks.many().multicast().directBestEffort();

    void ended(UUID command) {
        synchronized (ended) {
            ended.tryEmitNext(command);
        }
    }

    /** Signals every command that ends from now on. */
    Flux<UUID> all() {
        return ended.asFlux();
    }

    /** Completes when that command ends, if it does so after the subscription. */
    Mono<Void> until(UUID command) {
        return all().filter(command::equals).next().then();
    }
}
