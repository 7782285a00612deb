/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What waits to be written to a station: bounded, for a station may stop reading. */
final class Outbox {

    private static final int CAPACITY = 32;

    /** So many may wait before the next message of the station is handled. */
    private static final int ROOMY = CAPACITY / 2;

    private final Sinks.Many<byte[]> frames =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(CAPACITY));
    private int waiting;
    private Sinks.@Nullable Empty<Void> roomier;

    /** Frames come from several threads. False when there is no room left at all. */
    synchronized boolean offer(byte[] frame) {
        waiting++;
        return frames.tryEmitNext(frame) != Sinks.EmitResult.FAIL_OVERFLOW;
    }

    synchronized boolean roomy() {
        return waiting < ROOMY;
    }

    /** Completes when there is room for more. */
    synchronized Mono<Void> room() {
        if (roomy()) {
            return Mono.empty();
        }
        Sinks.Empty<Void> signal = roomier;
        if (signal == null) {
            signal = Sinks.empty();
            roomier = signal;
        }
        return signal.asMono();
    }

    /** Hidden, or the transport would take the frames past the bound. */
    Flux<byte[]> frames() {
        return frames.asFlux().hide().doOnNext(frame -> taken());
    }

    private void taken() {
        Sinks.Empty<Void> signal = null;
        synchronized (this) {
            waiting--;
            if (roomy()) {
                signal = roomier;
                roomier = null;
            }
        }
        if (signal != null) {
            signal.tryEmitEmpty();
        }
    }
}
