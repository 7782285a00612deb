/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.wire.Budget;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * How fast one station is read (A30). What is over its budget waits, and the socket is not read
 * meanwhile; a station that keeps pushing, or sends what is no OCPP, is closed. Runs on the event
 * loop of the connection.
 */
final class Intake {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BYTES_IN_KB16 = 14;

    private final GatewayMetrics metrics;
    private final Peer peer;
    private final Budget messages;
    private final Budget malformed;
    private final long floodLimit;
    private long pushesSince;

    Intake(SessionProperties limits, GatewayMetrics metrics, Peer peer) {
        this.metrics = metrics;
        this.peer = peer;
        this.messages = new Budget(limits.messagesPerSecond(), SECOND, limits.messageBurst());
        this.malformed =
                new Budget(limits.malformedPerMinute(), MINUTE, limits.malformedPerMinute());
        this.floodLimit = limits.floodLimit().toNanos();
    }

    /** The work for a message of that size, after the wait that it costs; null for none at all. */
    @Nullable Mono<Void> paced(@Nullable Mono<Void> work, int bytes, long now) {
        int cost = 1 + (bytes >> BYTES_IN_KB16);
        long delay = messages.take(cost, now);
        if (delay <= 0) {
            pushesSince = 0;
            return work;
        }
        metrics.throttled();
        watch(messages.isAhead(delay, cost), now);
        return after(now + delay, work == null ? Mono.empty() : work);
    }

    private void watch(boolean ahead, long now) {
        if (!ahead) {
            pushesSince = 0;
        } else if (pushesSince == 0) {
            pushesSince = now;
        } else if (floodLimit > 0 && now - pushesSince > floodLimit) {
            peer.end(Fault.FLOOD);
        }
    }

    private static Mono<Void> after(long then, Mono<Void> work) {
        return Mono.defer(() -> {
            long left = then - System.nanoTime();
            return left <= 0 ? work : Mono.delay(Duration.ofNanos(left)).then(work);
        });
    }

    /** A frame that is no OCPP-J (A16). */
    void malformed() {
        if (malformed.take(1, System.nanoTime()) > 0) {
            peer.end(Fault.MALFORMED);
        }
    }
}
