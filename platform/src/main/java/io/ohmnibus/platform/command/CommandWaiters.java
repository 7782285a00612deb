/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells those who wait in this instance how a command has ended. */
final class CommandWaiters {

    private final Map<UUID, Sinks.One<StoredCommand>> waiting = new ConcurrentHashMap<>();

    void ended(StoredCommand command) {
        Sinks.One<StoredCommand> sink = waiting.get(command.id());
        if (sink != null) {
            sink.tryEmitValue(command);
        }
    }

    /** Work that is given the end of a command, and begins before the command is sent. */
    <T> Mono<T> during(UUID command, Function<Mono<StoredCommand>, Mono<T>> work) {
        return Mono.using(
                () -> waiting.computeIfAbsent(command, _ -> Sinks.one()),
                end -> work.apply(end.asMono()),
                _ -> waiting.remove(command));
    }
}
