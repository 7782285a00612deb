/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Mono;

/**
 * Statements of a transaction from which nothing is read any more. They are kept for its end and
 * then sent one behind the other, in the order in which they came, without waiting for each answer:
 * all of them cost one round trip.
 */
public final class Writes {

    private final Queue<Mono<Void>> kept = new ConcurrentLinkedQueue<>();

    private Writes() {}

    /** Keeps a statement for the end of {@link #together}; outside of it, it runs at once. */
    public static Mono<Void> later(Mono<Void> statement) {
        return Mono.deferContextual(context -> {
            Writes writes = context.getOrDefault(Writes.class, null);
            if (writes == null) {
                return statement;
            }
            writes.kept.add(statement);
            return Mono.empty();
        });
    }

    /** Sends what is kept so far and waits for it, for those who must read of it. */
    public static Mono<Void> soFar() {
        return Mono.deferContextual(context -> {
            Writes writes = context.getOrDefault(Writes.class, null);
            return writes == null ? Mono.empty() : writes.sent();
        });
    }

    private Mono<Void> sent() {
        List<Mono<Void>> all = new ArrayList<>();
        for (Mono<Void> next = kept.poll(); next != null; next = kept.poll()) {
            all.add(next);
        }
        return Mono.when(all);
    }

    /** Work in a transaction, and then all that it kept; fails as the first of these that does. */
    public static <T> Mono<T> together(Mono<T> work) {
        return Mono.defer(() -> {
            Writes writes = new Writes();
            return work.contextWrite(context -> context.put(Writes.class, writes))
                    .singleOptional()
                    .delayUntil(_ -> writes.sent())
                    .flatMap(Mono::justOrEmpty);
        });
    }
}
