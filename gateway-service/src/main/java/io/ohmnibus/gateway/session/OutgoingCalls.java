/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.codec.Decoded;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/**
 * Our CALLs to one station: one at a time (Part 4, 4.1.1), each until its answer or its deadline,
 * in the order of their priorities. Those that wait until the station is accepted do not hold up
 * the others.
 */
final class OutgoingCalls {

    private static final Logger log = LoggerFactory.getLogger(OutgoingCalls.class);

    private final Link link;
    private final SessionServices services;
    private final BootGate gate;
    private final Peer peer;
    private final OcppCodec codec;
    private final OpenCommands open;
    private final Sinks.Many<Boolean> turns =
            Sinks.many().unicast().onBackpressureBuffer(new ConcurrentLinkedQueue<>());
    private final UnansweredCalls unanswered = new UnansweredCalls();

    OutgoingCalls(Link link, SessionServices services, BootGate gate, Peer peer) {
        this.link = link;
        this.services = services;
        this.gate = gate;
        this.peer = peer;
        this.codec = OcppCodec.of(link.version(), Side.CSMS);
        this.open = new OpenCommands(services.properties().maxWaitingCommands());
    }

    /** Sends what is submitted, as long as it is subscribed to. */
    Mono<Void> run() {
        return turns.asFlux()
                .concatMap(turn -> peer.settled().then(Mono.defer(this::performNext)), 0)
                .then();
    }

    private Mono<Void> performNext() {
        return open.next(peer.treatment().settleTime()).flatMap(this::perform);
    }

    /** Takes a command; one that cannot be sent ends at once, one seen before is ignored. */
    Mono<Void> submit(Command command) {
        if (!command.action().knownIn(link.version())) {
            return services.outcomes()
                    .refused(command, CommandErrors.unknownTo(link.version(), command.action()));
        }
        synchronized (open) {
            if (open.closed()) {
                return gone(command);
            }
            if (!open.add(command)) {
                log.info("{} {} was delivered again", link.station(), command.id());
                return Mono.empty();
            }
            return switch (gate.passage(command.action(), command.waits())) {
                case FREE -> enqueue(command);
                case LATER ->
                        open.hold(command)
                                ? Mono.empty()
                                : ended(
                                        command,
                                        services.outcomes()
                                                .refused(command, CommandErrors.TOO_MANY));
                case NEVER -> ended(command, services.outcomes().refused(command, gate.closed()));
            };
        }
    }

    /** Sends what has waited for the station to be accepted, if it is. */
    Mono<Void> release() {
        if (!gate.accepted()) {
            return Mono.empty();
        }
        List<Mono<Void>> full = new ArrayList<>(0);
        synchronized (open) {
            open.released().forEach(command -> full.add(enqueue(command)));
        }
        return full.isEmpty() ? Mono.empty() : Mono.when(full);
    }

    /** Ends commands that still wait after their deadline. */
    Mono<Void> expire(Instant now) {
        List<Command> late;
        synchronized (open) {
            late = open.lateAt(now);
        }
        return Flux.fromIterable(late)
                .concatMap(command -> ended(command, services.outcomes().timedOut(command)))
                .then();
    }

    private Mono<Void> enqueue(Command command) {
        if (!open.enqueue(command)) {
            return ended(command, services.outcomes().refused(command, CommandErrors.TOO_MANY));
        }
        turns.tryEmitNext(true).orThrow(); // under the lock, so never two at a time
        return Mono.empty();
    }

    private Mono<Void> ended(Command command, Mono<Void> told) {
        synchronized (open) {
            open.remove(command);
        }
        return told;
    }

    private Mono<Void> perform(Command command) {
        return Mono.defer(() -> send(command))
                .onErrorResume(
                        OcppException.class,
                        invalid -> services.outcomes().refused(command, invalid.error()))
                .onErrorResume(
                        TimeoutException.class, late -> services.outcomes().timedOut(command))
                .onErrorResume(failure -> {
                    log.error("{} {} failed", link.station(), command.id(), failure);
                    return services.outcomes().refused(command, CommandErrors.FAILED);
                })
                .then(Mono.fromRunnable(() -> ended(command, Mono.empty())));
    }

    private Mono<Void> send(Command command) {
        Duration left = command.left(services.clock().instant());
        if (!left.isPositive()) {
            return services.outcomes().timedOut(command);
        }
        Action action = command.action();
        Request<?> request =
                OcppCodec.of(OcppVersion.V2_1, Side.STATION)
                        .readPayload(
                                action.requestType().asSubclass(Request.class), command.payload());
        byte[] payload = codec.writePruned(request).payload();
        byte[] frame = services.call(link, codec, command, payload);
        gate.asked(request); // before it is written: the station may be quick
        Duration most = unanswered.limit(peer.treatment());
        Duration limit = left.compareTo(most) < 0 ? left : most;
        return services.mayAct(link)
                .then(Mono.<Frame>create(answer -> transmit(command, frame, answer)))
                .timeout(limit)
                .doOnError(TimeoutException.class, late -> unanswered(command, limit))
                .flatMap(answer -> conclude(command, answer));
    }

    private void unanswered(Command command, Duration waited) {
        if (open.isSent(command) && unanswered.waited(command.id(), waited, peer.treatment())) {
            peer.end(Fault.UNANSWERED);
        }
    }

    private void transmit(Command command, byte[] frame, MonoSink<Frame> answer) {
        if (!open.sent(command, answer)) {
            answer.success(); // given back in the meantime
            return;
        }
        services.metrics().sent(command.action());
        log.info("{} {} {} sent", link.station(), command.action().wireName(), command.id());
        peer.write(command.action(), frame);
    }

    private Mono<Void> conclude(Command command, Frame answer) {
        return switch (answer) {
            case Frame.CallResult result -> {
                services.metrics().result(command.action(), "callresult");
                yield answered(command, result);
            }
            case Frame.CallError error -> {
                services.metrics().result(command.action(), "callerror");
                yield services.outcomes().refused(command, error.error());
            }
            case Frame.Call _, Frame.Send _, Frame.CallResultError _ -> Mono.empty();
        };
    }

    private Mono<Void> answered(Command command, Frame.CallResult result) {
        OcppVersion version = link.version();
        OcppError forged =
                services.signatures().refusal(command.action(), result.signed()).orElse(null);
        if (forged != null) {
            reject(command.action(), command.id(), forged);
            return services.outcomes().refused(command, forged);
        }
        try {
            Decoded<?> answer =
                    peer.treatment()
                            .codec(version)
                            .decode(
                                    Objects.requireNonNull(command.action().responseType()),
                                    result.payload());
            peer.deviates(command.action(), command.id(), answer.deviations());
            return services.outcomes().answered(command, version, answer.payload());
        } catch (OcppException invalid) {
            reject(command.action(), command.id(), invalid.error());
            return services.outcomes().refused(command, invalid.error());
        }
    }

    private void reject(@Nullable Action action, String messageId, OcppError error) {
        if (link.version() != OcppVersion.V2_0_1) { // Part 4, 4.2.3
            services.metrics().callError(error.code());
            peer.write(action, codec.writeCallResultError(messageId, error));
        }
    }

    /** The action of our CALL of that id, while it has no outcome. */
    @Nullable Action actionOf(String messageId) {
        return open.actionOf(messageId);
    }

    /** A CALLRESULT or CALLERROR came. */
    void complete(Frame answer) {
        MonoSink<Frame> waiting = waiting(answer.messageId());
        if (waiting != null) {
            waiting.success(answer);
        }
    }

    /**
     * A CALLRESULT or CALLERROR came that cannot be read; it ends the CALL of its id all the same.
     */
    void fail(String messageId, OcppError error) {
        MonoSink<Frame> waiting = waiting(messageId);
        if (waiting != null) {
            reject(actionOf(messageId), messageId, error);
            waiting.error(new OcppException(error));
        }
    }

    private @Nullable MonoSink<Frame> waiting(String messageId) {
        MonoSink<Frame> waiting = open.waiting(messageId);
        if (waiting == null) {
            boolean late = open.hasEnded(messageId);
            if (late) {
                unanswered.answeredLate(messageId);
            }
            services.metrics().unmatchedResult(late);
            log.info(
                    "{} {} {}",
                    link.station(),
                    messageId,
                    late ? "is answered too late" : "answers nothing that was asked");
        } else {
            unanswered.answered();
        }
        return waiting;
    }

    /** Takes no more and gives back what was not sent; what was is left to its answer. */
    Mono<Void> windUp() {
        return Flux.defer(() -> Flux.fromIterable(open.closeToNew())).concatMap(this::gone).then();
    }

    /** Whether the station owes no answer. */
    boolean idle() {
        return open.idle();
    }

    /** Ends all that is open, for the connection is gone; nothing is left without an outcome. */
    Mono<Void> abandon() {
        return Flux.fromIterable(open.drain())
                .concatMap(one ->
                        one.sent()
                                ? services.outcomes().timedOut(one.command())
                                : gone(one.command()))
                .then();
    }

    private Mono<Void> gone(Command command) {
        return command.waits()
                ? services.outcomes().handBack(command)
                : services.outcomes().offline(command);
    }
}
