/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.wire.Guard;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What waits to be written to a station: bounded, for a station may stop reading. */
final class Outbox {

    private static final int CAPACITY = 32;

    /** So many may wait before the next message of the station is handled. */
    private static final int ROOMY = CAPACITY / 2;

    private final Guard guard;
    private int waiting;
    private Sinks.@Nullable Empty<Void> roomier;

    Outbox(Guard guard) {
        this.guard = guard;
    }

    /** Frames come from several threads. False when there is no room left at all. */
    boolean offer(byte[] frame) {
        synchronized (this) {
            if (waiting == CAPACITY) {
                return false;
            }
            waiting++;
        }
        guard.write(frame, this::taken); // whose event loop calls back while we are still in there
        return true;
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

    /** The system has taken a frame, or nobody ever will. */
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
