/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.gateway.command.CommandOutcomes;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;

/**
 * Our CALLs to one station: in order, one at a time (Part 4, 4.1.1), each until its answer or its
 * deadline. Those that wait until the station is accepted do not hold up the others.
 */
final class OutgoingCalls {

    private static final Logger log = LoggerFactory.getLogger(OutgoingCalls.class);

    private final Link link;
    private final SessionServices services;
    private final BootGate gate;
    private final Consumer<byte[]> write;
    private final OcppCodec codec;
    private final OpenCommands open = new OpenCommands();
    private final Sinks.Many<Command> queue;

    OutgoingCalls(Link link, SessionServices services, BootGate gate, Consumer<byte[]> write) {
        this.link = link;
        this.services = services;
        this.gate = gate;
        this.write = write;
        this.codec = OcppCodec.of(link.version(), Side.CSMS);
        this.queue =
                Sinks.many()
                        .unicast()
                        .onBackpressureBuffer(
                                new ArrayBlockingQueue<>(
                                        services.properties().maxWaitingCommands()));
    }

    /** Sends what is submitted, as long as it is subscribed to. */
    Mono<Void> run() {
        return queue.asFlux().hide().concatMap(this::perform, 1).then();
    }

    /** Takes a command; one that cannot be sent ends at once, one seen before is ignored. */
    Mono<Void> submit(Command command) {
        if (!command.action().knownIn(link.version())) {
            return services.outcomes().refused(command, unknownTo(link.version(), command));
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
                        open.hold(command, services.properties().maxWaitingCommands())
                                ? Mono.empty()
                                : ended(command, services.outcomes().refused(command, tooMany()));
                case NEVER -> ended(command, services.outcomes().refused(command, gate.closed()));
            };
        }
    }

    /** Sends what has waited for the station to be accepted. */
    Mono<Void> release() {
        List<Mono<Void>> full = new ArrayList<>();
        synchronized (open) {
            open.released().forEach(command -> full.add(enqueue(command)));
        }
        return Mono.when(full);
    }

    /** Ends commands that still wait after their deadline. */
    Mono<Void> expire(Instant now) {
        List<Command> late;
        synchronized (open) {
            late = open.heldUntil(now);
        }
        return Flux.fromIterable(late)
                .concatMap(command -> ended(command, services.outcomes().timedOut(command)))
                .then();
    }

    private Mono<Void> enqueue(Command command) {
        return queue.tryEmitNext(command).isSuccess()
                ? Mono.empty()
                : ended(command, services.outcomes().refused(command, tooMany()));
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
                    return services.outcomes().refused(command, internalError());
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
        byte[] frame = codec.writeCall(command.id(), action, codec.writePruned(request).payload());
        gate.asked(request); // before it is written: the station may be quick
        Duration limit = services.properties().commandTimeout();
        return Mono.<Frame>create(answer -> transmit(command, frame, answer))
                .timeout(left.compareTo(limit) < 0 ? left : limit)
                .flatMap(answer -> conclude(command, answer));
    }

    private void transmit(Command command, byte[] frame, MonoSink<Frame> answer) {
        open.sent(command, answer);
        services.metrics().sent(command.action());
        log.info("{} {} {} sent", link.station(), command.action().wireName(), command.id());
        write.accept(frame);
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
        try {
            codec.readPayload(
                    Objects.requireNonNull(command.action().responseType()), result.payload());
        } catch (OcppException invalid) {
            reject(command.id(), invalid.error());
            return services.outcomes().refused(command, invalid.error());
        }
        return services.outcomes().answered(command, link.version(), result.payload());
    }

    private void reject(String messageId, OcppError error) {
        if (link.version() != OcppVersion.V2_0_1) { // Part 4, 4.2.3
            services.metrics().callError(error.code());
            write.accept(codec.writeCallResultError(messageId, error));
        }
    }

    /** A CALLRESULT or CALLERROR came; false when none of our CALLs waits for it. */
    boolean complete(Frame answer) {
        MonoSink<Frame> waiting = open.waiting(answer.messageId());
        if (waiting == null) {
            services.metrics().unmatchedResult();
            log.info("{} {} answers nothing", link.station(), answer.messageId());
            return false;
        }
        waiting.success(answer);
        return true;
    }

    /**
     * A CALLRESULT or CALLERROR came that cannot be read; it ends the CALL of its id all the same.
     */
    void fail(String messageId, OcppError error) {
        MonoSink<Frame> waiting = open.waiting(messageId);
        if (waiting == null) {
            services.metrics().unmatchedResult();
            return;
        }
        reject(messageId, error);
        waiting.error(new OcppException(error));
    }

    /** Ends all that is open, for the connection is gone; nothing is left without an outcome. */
    Mono<Void> abandon() {
        List<OpenCommands.Left> left;
        synchronized (open) {
            left = open.drain();
        }
        CommandOutcomes outcomes = services.outcomes();
        return Flux.fromIterable(left)
                .concatMap(one -> {
                    if (one.sent()) {
                        return outcomes.timedOut(one.command());
                    }
                    return gone(one.command());
                })
                .then();
    }

    private Mono<Void> gone(Command command) {
        return command.waits()
                ? services.outcomes().handBack(command)
                : services.outcomes().offline(command);
    }

    private static OcppError unknownTo(OcppVersion version, Command command) {
        return new OcppError(
                OcppErrorCode.NOT_SUPPORTED,
                command.action().wireName() + " is not part of " + version.subprotocol());
    }

    private static OcppError tooMany() {
        return new OcppError(OcppErrorCode.GENERIC_ERROR, "Too many commands wait for the station");
    }

    private static OcppError internalError() {
        return new OcppError(OcppErrorCode.INTERNAL_ERROR, "The gateway failed to send it");
    }
}
