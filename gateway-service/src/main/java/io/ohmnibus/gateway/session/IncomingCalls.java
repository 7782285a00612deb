/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.gateway.call.Answer;
import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.BootNotificationResponse;
import io.ohmnibus.ocpp.message.HeartbeatResponse;
import io.ohmnibus.ocpp.type.ChargingStation;
import io.ohmnibus.platform.ocpp.UseCase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What one station sends: CALLs to be answered, and SENDs. */
final class IncomingCalls {

    private static final Logger log = LoggerFactory.getLogger(IncomingCalls.class);

    /** When a frame was complete, by the clock and by the timer. */
    record Receipt(Instant at, long nanos) {}

    /** Who wants to know how a BootNotification is answered. */
    interface Boots {

        void begins();

        /** The answer is about to be written. */
        void answered(ChargingStation station, BootNotificationResponse answer);

        void failed();
    }

    private final Link link;
    private final SessionServices services;
    private final BootGate gate;
    private final Boots boots;
    private final Peer peer;
    private final OcppCodec codec;
    private final Deque<String> inHand = new ArrayDeque<>(2);

    IncomingCalls(Link link, SessionServices services, BootGate gate, Boots boots, Peer peer) {
        this.link = link;
        this.services = services;
        this.gate = gate;
        this.boots = boots;
        this.peer = peer;
        this.codec = OcppCodec.of(link.version());
    }

    /** Answers a CALL when subscribed to. Its id is in hand from now on. */
    Mono<Void> call(Frame.Call call, Receipt receipt) {
        String id = call.messageId();
        synchronized (inHand) {
            if (inHand.contains(id)) { // Part 4, 4.2.3
                return Mono.fromRunnable(
                        () -> refuse(call.action(), id, alreadyInHand(call.action())));
            }
            inHand.add(id);
        }
        return Mono.defer(() -> answer(call, receipt.at()))
                .doOnNext(answer -> {
                    forget(id); // before the station can know
                    conclude(call, answer, receipt.nanos());
                })
                .doFinally(signal -> forget(id))
                .then();
    }

    /** Whether every CALL of the station is answered. */
    boolean idle() {
        synchronized (inHand) {
            return inHand.isEmpty();
        }
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
        if (call.request() instanceof BootNotificationRequest boot) {
            if (isOfAnother(boot.chargingStation())) {
                peer.end(Fault.OTHER_SERIAL_NUMBER); // B01.FR.12
                return Mono.empty();
            }
            boots.begins();
        }
        return services.calls().ask(link, call, receivedAt);
    }

    /** B01.FR.11: whether the certificate is that of a station with another serial number. */
    private boolean isOfAnother(ChargingStation described) {
        StationAuthentication by = link.entry().authentication();
        String name = by == null ? null : by.certificateName();
        String serialNumber = described.serialNumber();
        if (name == null
                || serialNumber == null
                || serialNumber.equals(name)
                || !services.treatments()
                        .of(described.vendorName(), described.model())
                        .serialNumberInCertificate()) {
            return false;
        }
        log.warn(
                "{} says that its serialNumber is {}, its certificate names {}",
                link.station(),
                serialNumber,
                name);
        return true;
    }

    /** Needs nothing but a clock, and so is answered whatever else is away. */
    @UseCase({"B04", "G02"})
    private Answer heartbeat() {
        Instant now = services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return new Answer.Result(codec.writePayload(new HeartbeatResponse(now, null)));
    }

    private void conclude(Frame.Call call, Answer answer, long since) {
        Answer told =
                call.request() instanceof BootNotificationRequest boot
                        ? booted(call, boot, answer)
                        : answer;
        switch (told) {
            case Answer.Result(byte[] payload) -> {
                peer.write(call.action(), services.result(link, codec, call, payload));
                long nanos = System.nanoTime() - since;
                services.metrics().answered(call.action(), nanos);
                log.debug(
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
                refuse(call.action(), call.messageId(), error);
            }
        }
    }

    /** The status counts from before the station can know of it. */
    private Answer booted(Frame.Call call, BootNotificationRequest boot, Answer answer) {
        if (answer instanceof Answer.Result(byte[] payload)) {
            try {
                boots.answered(
                        boot.chargingStation(),
                        codec.readPayload(BootNotificationResponse.class, payload));
                return answer;
            } catch (OcppException unreadable) {
                log.error(
                        "{} {} {} got an answer from its service that cannot be read: {}",
                        link.station(),
                        call.action().wireName(),
                        call.messageId(),
                        unreadable.error().description());
                boots.failed();
                return new Answer.Refusal(
                        new OcppError(OcppErrorCode.INTERNAL_ERROR, "The answer cannot be read"));
            }
        }
        boots.failed();
        return answer;
    }

    /** Hands on a SEND, which is never answered. */
    Mono<Void> send(Frame.Send send, Receipt receipt) {
        return Mono.fromRunnable(() -> {
            if (gate.refusal(send.action(), send.message()).isEmpty()) {
                services.calls().tell(link, send, receipt.at());
            }
        });
    }

    /** Answers with a CALLERROR. */
    void refuse(@Nullable Action action, String messageId, OcppError error) {
        services.metrics().callError(error.code());
        peer.write(action, codec.writeCallError(messageId, error));
    }

    private static OcppError alreadyInHand(Action action) {
        return new OcppError(
                OcppErrorCode.RPC_FRAMEWORK_ERROR,
                "A " + action.wireName() + " or other CALL with this id is being handled");
    }
}
