/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.wire.Guard;
import io.ohmnibus.platform.background.Background;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stations that are connected to this instance. The newest connection of a station wins. */
@Component
public final class StationSessions {

    private static final Logger log = LoggerFactory.getLogger(StationSessions.class);

    /** A policy decision (DESIGN.md): who reads it should not hurry back. */
    private static final CloseStatus REPLACED = CloseStatus.POLICY_VIOLATION;

    private static final String REPLACED_BY = "replaced by a newer connection";
    private static final CloseStatus STOPPING = CloseStatus.GOING_AWAY;
    private static final String STOPS = "the gateway stops";

    /** What is in hand with a station that is sent away may take so long. */
    private static final Duration FINISH_LIMIT = Duration.ofSeconds(5);

    /** The pace at which stations are sent away when there is time enough. */
    private static final long MILLIS_EACH = 20;

    private final Map<StationKey, StationSession> byStation = new ConcurrentHashMap<>();
    private final Map<String, StationSession> all = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final SessionServices services;
    private final Announcements announcements;
    private volatile boolean stopping;

    StationSessions(SessionServices services, Announcements announcements) {
        this.services = services;
        this.announcements = announcements;
        services.metrics().connections(all::size);
    }

    /** Runs the session of an accepted handshake until it ends. */
    public Mono<Void> run(Arrival arrival, WebSocketSession socket, Guard guard) {
        return Mono.defer(() -> {
            StationSession session = open(arrival, guard);
            return session == null
                    ? socket.close(REPLACED.withReason(REPLACED_BY))
                    : run(session, socket);
        });
    }

    private Mono<Void> run(StationSession opened, WebSocketSession socket) {
        return Mono.usingWhen(
                Mono.just(opened),
                session ->
                        Mono.firstWithSignal(
                                session.run(socket),
                                announcements.opened(session.link()).then(Mono.never())),
                this::closed,
                (session, failure) -> closed(session),
                this::closed);
    }

    /** Null when a connection that was let in later is here already. */
    private @Nullable StationSession open(Arrival arrival, Guard guard) {
        StationKey station = arrival.station();
        StationBoot lastBoot = services.registrations().of(station).orElse(null);
        StationSession session;
        StationSession older;
        synchronized (byStation) {
            older = byStation.get(station);
            if (older != null && older.link().isNewerThan(arrival.admittedNanos())) {
                log.info("{} is back already: {} gives way", station, arrival.remoteAddress());
                return null;
            }
            Link link = announcements.link(arrival, older == null ? null : older.link());
            session = new StationSession(link, services, guard, lastBoot);
            all.put(link.id(), session);
            byStation.put(station, session);
        }
        running.incrementAndGet();
        log.info(
                "{} connected from {} with {}, connection {}",
                station,
                arrival.remoteAddress(),
                arrival.version().subprotocol(),
                session.link().id());
        if (older != null) {
            older.end(REPLACED, REPLACED_BY);
        }
        if (stopping) {
            session.end(STOPPING, STOPS);
        }
        return session;
    }

    private Mono<Void> closed(StationSession session) {
        return Mono.defer(() -> {
            Link link = session.link();
            all.remove(link.id());
            boolean newest = byStation.remove(link.station(), session);
            String reason = session.endReason();
            log.info("{} disconnected, connection {}: {}", link.station(), link.id(), reason);
            Mono<Void> told =
                    newest ? announcements.ended(link, reason, session.lastSeen()) : Mono.empty();
            return told.then(session.abandon()).doFinally(signal -> forget());
        });
    }

    private void forget() {
        if (running.decrementAndGet() == 0 && stopping) {
            gone.countDown();
        }
    }

    /** The session of that connection, while it is open. */
    public Optional<StationSession> ofConnection(String connectionId) {
        return Optional.ofNullable(all.get(connectionId));
    }

    /** The newest session of that station. */
    public Optional<StationSession> ofStation(StationKey station) {
        return Optional.ofNullable(byStation.get(station));
    }

    /** All newest sessions. */
    public Collection<StationSession> open() {
        return byStation.values();
    }

    /**
     * Sends the stations away, each at a time of its own by chance, so that they do not all come to
     * the other instances at once. What is in hand is finished first.
     *
     * @param limit how long to wait for those that do not go
     */
    public void stop(Duration limit) {
        stopping = true;
        Duration drainTime = services.drainTime();
        Background.finish(drain(drainTime), drainTime.plus(FINISH_LIMIT).plus(limit));
        all.values().forEach(session -> session.end(STOPPING, STOPS));
        try {
            if (running.get() > 0 && !gone.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{} stations did not say goodbye in time", running.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Mono<Void> drain(Duration most) {
        List<StationSession> left = List.copyOf(all.values());
        long spread = Math.min(most.toMillis(), left.size() * MILLIS_EACH);
        log.info("{} stations are sent away within {} ms", left.size(), spread);
        return Flux.fromIterable(left)
                .flatMap(session -> leave(session, spread), Integer.MAX_VALUE)
                .doOnNext(announcements::drained)
                .then();
    }

    private static Mono<Boolean> leave(StationSession session, long spread) {
        Duration turn = Duration.ofMillis(ThreadLocalRandom.current().nextLong(spread + 1));
        return Mono.delay(turn)
                .then(Mono.defer(() -> session.leave(STOPPING, STOPS, FINISH_LIMIT)));
    }
}
