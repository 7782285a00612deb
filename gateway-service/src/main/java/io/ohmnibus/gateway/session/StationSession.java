/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.call.Answer;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.gateway.wire.Guard;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.FrameException;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.message.BootNotificationResponse;
import io.ohmnibus.ocpp.message.HeartbeatResponse;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.platform.ocpp.UseCase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
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

    private static final int CALL_RESULT = 3;
    private static final int CALL_ERROR = 4;

    /** Why the session ends; without a status there is nobody left to tell. */
    private record Ending(@Nullable CloseStatus status, String reason) {}

    private final Link link;
    private final SessionServices services;
    private final BootGate gate;
    private final Guard guard;
    private final OcppCodec codec;
    private final OutgoingCalls outgoing;
    private final Outbox outbox = new Outbox();
    private final Sinks.One<Ending> ending = Sinks.one();
    private final Deque<String> inHand = new ArrayDeque<>(2);
    private volatile @Nullable String reason;

    StationSession(Link link, SessionServices services, BootGate gate, Guard guard) {
        this.link = link;
        this.services = services;
        this.gate = gate;
        this.guard = guard;
        this.codec = OcppCodec.of(link.version(), Side.CSMS);
        this.outgoing = new OutgoingCalls(link, services, gate, this::write);
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

    /** Ends commands that waited too long for the station to be accepted. */
    public Mono<Void> expire(Instant now) {
        return outgoing.expire(now);
    }

    /** Tells the station why, and ends the connection. The first reason stands. */
    public void end(CloseStatus status, String why) {
        ending.tryEmitValue(new Ending(status, why));
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
                        .concatMap(Function.identity(), QUEUED)
                        .then();
        Mono<Void> out = socket.send(outbox.frames().map(frame -> text(socket, frame)));
        Mono<Void> work = Mono.when(in, out, outgoing.run());
        Mono<Void> end = ending.asMono().flatMap(why -> close(socket, why));
        return Mono.firstWithSignal(end, work)
                .onErrorResume(lost -> {
                    log.debug("{} is lost", link.station(), lost);
                    return Mono.empty();
                });
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

    private static WebSocketMessage text(WebSocketSession socket, byte[] frame) {
        return new WebSocketMessage(WebSocketMessage.Type.TEXT, socket.bufferFactory().wrap(frame));
    }

    private void write(byte[] frame) {
        if (!outbox.offer(frame)) {
            end(CloseStatus.POLICY_VIOLATION, "the station does not read");
        }
    }

    /** Decodes at once, for the buffer is gone afterwards; what is emitted is handled in order. */
    private void read(WebSocketMessage message, SynchronousSink<Mono<Void>> next) {
        if (message.getType() != WebSocketMessage.Type.TEXT) {
            return;
        }
        Receipt receipt = new Receipt(services.clock().instant(), System.nanoTime());
        DataBuffer buffer = message.getPayload();
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        try {
            take(codec.readFrame(bytes), receipt, next);
        } catch (FrameException malformed) {
            next.next(malformed(malformed, bytes));
        }
    }

    private void take(Frame frame, Receipt receipt, SynchronousSink<Mono<Void>> next) {
        switch (frame) {
            case Frame.Call call -> {
                services.metrics().received(call.action());
                next.next(incoming(call, receipt));
            }
            case Frame.Send send -> {
                services.metrics().received(send.action());
                next.next(told(send, receipt));
            }
            case Frame.CallResult result -> outgoing.complete(result);
            case Frame.CallError error -> outgoing.complete(error);
            case Frame.CallResultError error ->
                    log.warn(
                            "{} {} could not process our answer: {} {}",
                            link.station(),
                            error.messageId(),
                            error.error().code().wireName(),
                            error.error().description());
        }
    }

    private Mono<Void> malformed(FrameException malformed, byte[] bytes) {
        return Mono.defer(() -> {
            services.metrics().malformedFrame();
            log.warn("{} {} {}", link.station(), malformed.messageId(), malformed.getMessage());
            if (malformed.messageType() == CALL_RESULT || malformed.messageType() == CALL_ERROR) {
                outgoing.fail(malformed.messageId(), malformed.error());
            } else if (!malformed.silent()) {
                refuse(malformed.messageId(), malformed.error());
            }
            return services.calls().quarantine(link, bytes, malformed.error());
        });
    }

    /** When a frame was complete, by the clock and by the timer. */
    private record Receipt(Instant at, long nanos) {}

    private Mono<Void> incoming(Frame.Call call, Receipt receipt) {
        String id = call.messageId();
        synchronized (inHand) {
            if (inHand.contains(id)) { // Part 4, 4.2.3
                return Mono.fromRunnable(() -> refuse(id, alreadyInHand(call)));
            }
            inHand.add(id);
        }
        return Mono.defer(() -> answer(call, receipt.at()))
                .doOnNext(answer -> conclude(call, answer, receipt.nanos()))
                .flatMap(answer -> gate.accepted() ? outgoing.release() : Mono.empty())
                .doFinally(signal -> forget(id));
    }

    private void forget(String messageId) {
        synchronized (inHand) {
            inHand.remove(messageId);
        }
    }

    private Mono<Answer> answer(Frame.Call call, Instant receivedAt) {
        Optional<OcppError> refusal = gate.refusal(call.action(), call.request());
        if (refusal.isPresent()) {
            return Mono.just(new Answer.Refusal(refusal.get()));
        }
        if (call.action() == Action.HEARTBEAT) {
            return Mono.just(heartbeat());
        }
        return services.calls().ask(link, call, receivedAt);
    }

    /** Needs nothing but a clock, and so is answered whatever else is away. */
    @UseCase({"B04", "G02"})
    private Answer heartbeat() {
        Instant now = services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Answer.Result(codec.writePayload(new HeartbeatResponse(now, null)));
    }

    private void conclude(Frame.Call call, Answer answer, long since) {
        switch (answer) {
            case Answer.Result(byte[] payload) -> {
                if (call.action() == Action.BOOT_NOTIFICATION) {
                    gate.answered(registration(payload)); // before the station can know of it
                }
                write(codec.writeCallResult(call.messageId(), payload));
                long nanos = System.nanoTime() - since;
                services.metrics().answered(call.action(), nanos);
                log.info(
                        "{} {} {} answered in {} ms",
                        link.station(),
                        call.action().wireName(),
                        call.messageId(),
                        nanos / 1_000_000);
            }
            case Answer.Refusal(OcppError error) -> {
                log.info(
                        "{} {} {} refused: {} {}",
                        link.station(),
                        call.action().wireName(),
                        call.messageId(),
                        error.code().wireName(),
                        error.description());
                refuse(call.messageId(), error);
            }
        }
    }

    private RegistrationStatusEnum registration(byte[] payload) {
        return codec.readPayload(BootNotificationResponse.class, payload).status();
    }

    private Mono<Void> told(Frame.Send send, Receipt receipt) {
        return Mono.defer(() ->
                gate.refusal(send.action(), send.message()).isPresent()
                        ? Mono.empty() // a SEND is never answered
                        : services.calls().tell(link, send, receipt.at()));
    }

    private void refuse(String messageId, OcppError error) {
        services.metrics().callError(error.code());
        write(codec.writeCallError(messageId, error));
    }

    private static OcppError alreadyInHand(Frame.Call call) {
        return new OcppError(
                OcppErrorCode.RPC_FRAMEWORK_ERROR,
                "A " + call.action().wireName() + " or other CALL with this id is being handled");
    }
}
