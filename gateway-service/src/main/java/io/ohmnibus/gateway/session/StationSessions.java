/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.wire.Guard;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** The stations that are connected to this instance. The newest connection of a station wins. */
@Component
public final class StationSessions {

    private static final Logger log = LoggerFactory.getLogger(StationSessions.class);

    /** A policy decision (DESIGN.md): who reads it should not hurry back. */
    private static final CloseStatus REPLACED = CloseStatus.POLICY_VIOLATION;

    private static final CloseStatus STOPPING = CloseStatus.GOING_AWAY;

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
        return Mono.usingWhen(
                Mono.fromSupplier(() -> open(arrival, guard)),
                session ->
                        Mono.firstWithSignal(
                                session.run(socket),
                                announcements.opened(session.link()).then(Mono.never())),
                this::closed,
                (session, failure) -> closed(session),
                this::closed);
    }

    private StationSession open(Arrival arrival, Guard guard) {
        StationKey station = arrival.station();
        StationBoot lastBoot = services.registrations().of(station).orElse(null);
        StationSession session;
        StationSession older;
        synchronized (byStation) {
            older = byStation.get(station);
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
            older.end(REPLACED, "replaced by a newer connection");
        }
        if (stopping) {
            session.end(STOPPING, "the gateway stops");
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

    /** Tells every station that the gateway stops, and waits until all are gone or time is up. */
    public void stop(Duration limit) {
        stopping = true;
        if (running.get() == 0) {
            return;
        }
        all.values().forEach(session -> session.end(STOPPING, "the gateway stops"));
        try {
            if (!gone.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{} stations did not say goodbye in time", running.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
