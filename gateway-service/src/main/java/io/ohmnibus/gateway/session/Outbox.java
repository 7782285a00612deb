/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import java.util.concurrent.ArrayBlockingQueue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What waits to be written to a station: bounded, for a station may stop reading. */
final class Outbox {

    private static final int CAPACITY = 32;

    private final Sinks.Many<byte[]> frames =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(CAPACITY));

    /** Frames come from several threads. False when the station does not read any more. */
    synchronized boolean offer(byte[] frame) {
        return frames.tryEmitNext(frame) != Sinks.EmitResult.FAIL_OVERFLOW;
    }

    /** Hidden, or the transport would take the frames past the bound. */
    Flux<byte[]> frames() {
        return frames.asFlux().hide();
    }
}
