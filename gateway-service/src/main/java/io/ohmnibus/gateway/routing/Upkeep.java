/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import io.ohmnibus.gateway.ownership.Fence;
import io.ohmnibus.gateway.session.StationSession;
import io.ohmnibus.gateway.session.StationSessions;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What has to be looked at again and again. */
@Component
final class Upkeep {

    private static final Duration PROOF_LIMIT = Duration.ofSeconds(10);

    private final Directory directory;
    private final StationSessions sessions;
    private final Fence fence;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Upkeep(
            Directory directory,
            StationSessions sessions,
            Fence fence,
            ApplicationEventPublisher events,
            Clock clock) {
        this.directory = directory;
        this.sessions = sessions;
        this.fence = fence;
        this.events = events;
        this.clock = clock;
    }

    /** False when a later life of this instance has taken over. */
    boolean mayAct() {
        return !fence.isShut();
    }

    /** Opens the fence when the directory has been read to its end. */
    Mono<Void> prove(Mono<Void> readToEnd) {
        return Mono.defer(() -> {
            long since = System.nanoTime();
            return readToEnd.timeout(PROOF_LIMIT).doOnSuccess(read -> fence.proven(since));
        });
    }

    /** Keeps the directory true, and ends what waited too long. */
    Mono<Void> sweep() {
        if (fence.isShut()) {
            standBack();
            return Mono.empty();
        }
        Mono<Void> directed = fence.open() ? directory.sweep() : Mono.empty();
        return directed.then(expire());
    }

    private Mono<Void> expire() {
        return Flux.defer(() -> Flux.fromIterable(sessions.open()))
                .concatMap((StationSession session) -> session.expire(clock.instant()))
                .then();
    }

    /** Whoever watches the process starts it anew. */
    private void standBack() {
        sessions.open()
                .forEach(session ->
                        session.end(CloseStatus.SERVICE_RESTARTED, "the gateway was replaced"));
        AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
    }
}
