/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets this instance act for a station only while it knows the directory: it was read to its end a
 * short time ago. An instance that was paused, or that the brokers do not answer, does not know
 * whether its stations have gone elsewhere; what it would send or publish waits until it does.
 */
@Component
public final class Fence {

    /** How long what was read last is good enough to act upon. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private final KnownConnections connections;
    private final OwnershipMetrics metrics;
    private final AtomicReference<Sinks.Empty<Void>> opening = new AtomicReference<>(Sinks.empty());
    private volatile long provenAt = System.nanoTime() - FRESH.toNanos();
    private volatile boolean shut;

    Fence(KnownConnections connections, OwnershipMetrics metrics) {
        this.connections = connections;
        this.metrics = metrics;
        metrics.directoryAge(this::age);
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - provenAt);
    }

    /** Whether this instance may act for the stations that it holds. */
    public boolean open() {
        return !shut && age().compareTo(FRESH) < 0;
    }

    /** Whether another life of this instance took its place, and this one must not act any more. */
    public boolean isShut() {
        return shut;
    }

    /** Completes when this instance may act; at once, as long as nothing is wrong. */
    public Mono<Void> opened() {
        return Mono.defer(() -> {
            Mono<Void> next = opening.get().asMono(); // before the question, or it may be missed
            if (open()) {
                return Mono.empty();
            }
            return shut ? Mono.never() : next.then(opened());
        });
    }

    /**
     * Completes when this instance may act for that connection. It never does when the station has
     * a newer one: the session is about to be ended, and ends what waits.
     */
    public Mono<Void> passed(StationKey station, StationConnection connection) {
        return Mono.defer(() -> {
            if (open()) {
                return connections.isReplaced(station, connection) ? fenced() : Mono.empty();
            }
            metrics.held();
            return opened().then(passed(station, connection));
        });
    }

    private Mono<Void> fenced() {
        metrics.fenced();
        return Mono.never();
    }

    /** All that stood in the directory at that time, by {@link System#nanoTime()}, is known. */
    public void proven(long since) {
        provenAt = since;
        opening.getAndSet(Sinks.empty()).tryEmitEmpty();
    }

    /** For ever. */
    public void shut() {
        shut = true;
    }
}
