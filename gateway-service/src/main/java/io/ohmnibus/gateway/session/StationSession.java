/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.gateway.session.IncomingCalls.Receipt;
import io.ohmnibus.gateway.wire.Guard;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.codec.Deviation;
import io.ohmnibus.ocpp.message.BootNotificationResponse;
import io.ohmnibus.ocpp.type.ChargingStation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.SynchronousSink;

/** The connection of one station. */
public final class StationSession {

    private static final Logger log = LoggerFactory.getLogger(StationSession.class);

    /** Messages that wait while an earlier one is handled; then the socket is not read. */
    private static final int QUEUED = 8;

    /** A station that takes nothing for so long does not read any more (F26). */
    private static final Duration READING_LIMIT = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** Why the session ends; without a status there is nobody left to tell. */
    private record Ending(@Nullable CloseStatus status, String reason) {}

    private final Link link;
    private final SessionServices services;
    private final BootGate gate;
    private final Guard guard;
    private final Deviations deviations;
    private final Parts parts = new Parts();
    private final Settling settling;
    private final IncomingCalls incoming;
    private final OutgoingCalls outgoing;
    private final Reception reception;
    private final Outbox outbox;
    private final Sinks.One<Ending> ending = Sinks.one();
    private volatile Treatment treatment;
    private volatile boolean journaled;
    private volatile @Nullable String reason;

    StationSession(
            Link link, SessionServices services, Guard guard, @Nullable StationBoot lastBoot) {
        this.link = link;
        this.services = services;
        this.guard = guard;
        this.outbox = new Outbox(guard);
        this.gate = new BootGate(() -> services.registrations().status(link.station()));
        this.deviations = new Deviations(link, services.metrics());
        this.treatment = services.treatments().of(lastBoot);
        this.settling = new Settling(treatment.settleTime());
        this.incoming = new IncomingCalls(link, services, gate, parts, parts);
        this.outgoing = new OutgoingCalls(link, services, gate, parts);
        this.reception = new Reception(link, services, incoming, outgoing, parts);
        this.journaled = services.journal().isOnFor(link.station());
        guard.pingEvery(treatment.pingInterval());
    }

    /** How the parts of this session reach each other and the station. */
    private final class Parts implements Peer, IncomingCalls.Boots {

        @Override
        public void write(@Nullable Action action, byte[] frame) {
            if (journaled) {
                services.journal().sent(link, frame, action);
            }
            if (!outbox.offer(frame)) {
                end(Fault.SLOW_READER);
            }
        }

        @Override
        public void end(Fault fault) {
            if (StationSession.this.end(fault.status(), fault.reason())) {
                services.metrics().closed(fault.tag());
                log.warn("{} is closed: {}", link.station(), fault.reason());
            }
        }

        @Override
        public void begins() {
            settling.boots();
        }

        @Override
        public void answered(ChargingStation station, BootNotificationResponse answer) {
            gate.answered(answer.status());
            treatment = services.treatments().of(station.vendorName(), station.model());
            guard.pingEvery(treatment.pingInterval());
            settling.begin(treatment.settleTime());
        }

        @Override
        public void failed() {
            settling.begin(treatment.settleTime());
        }

        @Override
        public Mono<Void> settled() {
            return settling.over();
        }

        @Override
        public Treatment treatment() {
            return treatment;
        }

        @Override
        public void deviates(Action action, String messageId, List<Deviation> found) {
            deviations.note(action, messageId, found);
        }
    }

    public Link link() {
        return link;
    }

    /** When the station last gave a sign of life. */
    public Instant lastSeen() {
        return services.clock().instant().minusNanos(guard.silentNanos());
    }

    /** Takes a command for this station. */
    public Mono<Void> submit(Command command) {
        return outgoing.submit(command);
    }

    /** Ends commands that waited too long, and sees whether the journal is wanted. */
    public Mono<Void> expire(Instant now) {
        journaled = services.journal().isOnFor(link.station());
        return outgoing.expire(now);
    }

    /** Tells the station why, and ends the connection. False when it ends already. */
    public boolean end(CloseStatus status, String why) {
        return ending.tryEmitValue(new Ending(status, why)).isSuccess();
    }

    /**
     * Ends the connection when nothing is in hand in either direction, or when time is up; whether
     * all was settled.
     */
    Mono<Boolean> leave(CloseStatus status, String why, Duration limit) {
        return Mono.fromSupplier(() -> incoming.idle() && outgoing.idle())
                .filter(idle -> idle)
                .repeatWhenEmpty(turns -> turns.delayElements(LOOK_AGAIN))
                .timeout(limit, Mono.just(false))
                .delaySubscription(outgoing.windUp())
                .doOnNext(settled -> end(status, why));
    }

    /** Why the connection ended. */
    String endReason() {
        String here = reason;
        String seen = guard.closeReason();
        return here != null ? here : seen != null ? seen : "connection lost";
    }

    /** Runs until the connection ends, whichever side ends it. Completes, and never fails. */
    Mono<Void> run(WebSocketSession socket) {
        Mono<Void> in =
                socket.receive()
                        .doFinally(signal -> ending.tryEmitValue(new Ending(null, "")))
                        .<Mono<Void>>handle(this::read)
                        .concatMap(this::handled, QUEUED)
                        .then();
        Mono<Void> work = Mono.when(in, outgoing.run());
        Mono<Void> end = ending.asMono().flatMap(why -> close(socket, why));
        return Mono.firstWithSignal(end, work)
                .onErrorResume(lost -> {
                    log.debug("{} is lost", link.station(), lost);
                    return Mono.empty();
                });
    }

    /** Answers are not made faster than the station takes them. */
    private Mono<Void> handled(Mono<Void> work) {
        return outbox.roomy()
                ? work
                : outbox.room()
                        .timeout(READING_LIMIT)
                        .doOnError(stuck -> parts.end(Fault.SLOW_READER))
                        .then(work);
    }

    private Mono<Void> close(WebSocketSession socket, Ending why) {
        CloseStatus status = why.status();
        if (status == null) {
            return Mono.empty();
        }
        reason = status.getCode() + " " + why.reason();
        return socket.close(status.withReason(why.reason()));
    }

    /** Ends what is still open after the connection. */
    Mono<Void> abandon() {
        return outgoing.abandon();
    }

    /** Decodes at once, for the buffer is gone afterwards; what is emitted is handled in order. */
    private void read(WebSocketMessage message, SynchronousSink<Mono<Void>> next) {
        if (message.getType() != WebSocketMessage.Type.TEXT) {
            return;
        }
        Receipt receipt = new Receipt(services.clock().instant(), System.nanoTime());
        DataBuffer buffer = message.getPayload();
        byte[] frame = new byte[buffer.readableByteCount()];
        buffer.read(frame);
        Mono<Void> work = reception.of(frame, receipt, journaled);
        if (work != null) {
            next.next(work);
        }
    }
}
