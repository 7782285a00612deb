/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import io.ohmnibus.gateway.call.Link;
import io.ohmnibus.gateway.session.IncomingCalls.Receipt;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.ocpp.codec.FrameException;
import io.ohmnibus.ocpp.signing.SignedPayload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Reads the frames of one station and says what is to be done about each. */
final class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);
    private static final int CALL_RESULT = 3;
    private static final int CALL_ERROR = 4;

    private final Link link;
    private final SessionServices services;
    private final IncomingCalls incoming;
    private final OutgoingCalls outgoing;
    private final Peer peer;
    private final Intake intake;

    Reception(
            Link link,
            SessionServices services,
            IncomingCalls incoming,
            OutgoingCalls outgoing,
            Peer peer) {
        this.link = link;
        this.services = services;
        this.incoming = incoming;
        this.outgoing = outgoing;
        this.peer = peer;
        this.intake = new Intake(services.limits(), services.metrics(), peer);
    }

    /** What has to wait its turn; results of our own CALLs do not, and are null. */
    @Nullable Mono<Void> of(byte[] frame, Receipt receipt, boolean journaled) {
        Mono<Void> work;
        try {
            Frame read = services.treatments().read(frame, link.version(), peer.treatment());
            if (journaled) {
                journal(read, frame);
            }
            work = take(read, receipt);
        } catch (FrameException malformed) {
            if (journaled) {
                services.journal()
                        .received(link, frame, malformed.action().orElse(null), List.of());
            }
            work = malformed(malformed, frame);
        }
        return intake.paced(work, frame.length, receipt.nanos());
    }

    private void journal(Frame read, byte[] frame) {
        switch (read) {
            case Frame.Call call ->
                    services.journal().received(link, frame, call.action(), call.deviations());
            case Frame.Send send ->
                    services.journal().received(link, frame, send.action(), send.deviations());
            case Frame.CallResult _, Frame.CallError _, Frame.CallResultError _ ->
                    services.journal()
                            .received(link, frame, outgoing.actionOf(read.messageId()), List.of());
        }
    }

    private @Nullable Mono<Void> take(Frame frame, Receipt receipt) {
        return switch (frame) {
            case Frame.Call call -> {
                services.metrics().received(call.action());
                peer.deviates(call.action(), call.messageId(), call.deviations());
                OcppError refusal = refusal(call.action(), call.messageId(), call.signed());
                yield refusal == null
                        ? incoming.call(call, receipt).then(Mono.defer(outgoing::release))
                        : refused(call.action(), call.messageId(), refusal);
            }
            case Frame.Send send -> {
                services.metrics().received(send.action());
                peer.deviates(send.action(), send.messageId(), send.deviations());
                yield refusal(send.action(), send.messageId(), send.signed()) == null
                        ? incoming.send(send, receipt)
                        : null;
            }
            case Frame.CallResult result -> {
                outgoing.complete(result);
                yield null;
            }
            case Frame.CallError error -> {
                outgoing.complete(error);
                yield null;
            }
            case Frame.CallResultError error -> {
                refusedAnswer(error);
                yield null;
            }
        };
    }

    private @Nullable OcppError refusal(
            Action action, String messageId, @Nullable SignedPayload signed) {
        OcppError refusal = services.signatures().refusal(action, signed).orElse(null);
        if (refusal != null) {
            log.warn(
                    "{} {} {} is signed, but does not pass: {}",
                    link.station(),
                    action.wireName(),
                    messageId,
                    refusal.description());
        }
        return refusal;
    }

    private Mono<Void> refused(@Nullable Action action, String messageId, OcppError error) {
        return Mono.fromRunnable(() -> incoming.refuse(action, messageId, error));
    }

    private void refusedAnswer(Frame.CallResultError error) {
        services.metrics().callResultError(error.error().code());
        log.warn(
                "{} {} could not process our answer: {} {}",
                link.station(),
                error.messageId(),
                error.error().code().wireName(),
                error.error().description());
    }

    private @Nullable Mono<Void> malformed(FrameException malformed, byte[] frame) {
        services.metrics().malformedFrame();
        log.warn("{} {} {}", link.station(), malformed.messageId(), malformed.getMessage());
        services.calls().quarantine(link, frame, malformed.error());
        if (malformed.error().code() == OcppErrorCode.RPC_FRAMEWORK_ERROR) {
            intake.malformed();
        }
        if (malformed.messageType() == CALL_RESULT || malformed.messageType() == CALL_ERROR) {
            outgoing.fail(malformed.messageId(), malformed.error());
            return null;
        }
        return malformed.silent()
                ? null
                : refused(
                        malformed.action().orElse(null), malformed.messageId(), malformed.error());
    }
}
