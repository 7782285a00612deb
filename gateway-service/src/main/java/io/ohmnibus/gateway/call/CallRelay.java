/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.call;

import io.ohmnibus.gateway.GatewayInstance;
import io.ohmnibus.gateway.GatewayMetrics;
import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.ownership.Fence;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.codec.Frame;
import io.ohmnibus.platform.background.TimeLimits;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.RecordTooLarge;
import io.ohmnibus.platform.bus.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hands valid messages of stations to the service that owns the action. */
@Component
public final class CallRelay {

    private static final Logger log = LoggerFactory.getLogger(CallRelay.class);
    private static final Answer NOT_IN_TIME = internalError("No answer in time; please repeat");
    private static final Answer NOT_SENT = internalError("Not possible now; please repeat");
    private static final Answer OVERLOADED = internalError("Too much to do now; nothing was done");
    private static final Answer TOO_LARGE =
            new Answer.Refusal(
                    new OcppError(
                            OcppErrorCode.GENERIC_ERROR,
                            "Too large to be processed; do not repeat"));

    private final Bus bus;
    private final PendingCalls pending;
    private final GatewayMetrics metrics;
    private final Fence fence;
    private final Departures departures = new Departures(Schedulers.parallel(), System::nanoTime);
    private final String ordinal;
    private final Duration limit;

    /** Which instance this is, and whether it may act. */
    @Component
    record Identity(GatewayInstance instance, Fence fence) {}

    CallRelay(
            Bus bus,
            PendingCalls pending,
            GatewayMetrics metrics,
            Identity identity,
            GatewayProperties properties) {
        this.bus = bus;
        this.pending = pending;
        this.metrics = metrics;
        this.fence = identity.fence();
        this.ordinal = String.valueOf(identity.instance().ordinal());
        this.limit = properties.callTimeout();
    }

    /** The answer of the service; what fails on the way is a refusal, never an error. */
    public Mono<Answer> ask(Link link, Frame.Call call, Instant receivedAt) {
        if (pending.full()) {
            metrics.unanswered("overload");
            return Mono.just(OVERLOADED);
        }
        String id = correlationId();
        Map<String, String> headers = headers(link, call.action(), call.messageId(), receivedAt);
        headers.put(Headers.CORRELATION_ID, id);
        headers.put(Headers.REPLY_TOPIC, Topics.REPLIES);
        headers.put(Headers.REPLY_PARTITION, ordinal);
        headers.put(Headers.DEADLINE, receivedAt.plus(limit).toString());
        Mono<Answer> failed =
                publish(link, call.action(), call.payload(), headers).then(Mono.never());
        return Mono.firstWithSignal(pending.answer(id), failed)
                .timeout(limit, TimeLimits.COARSE)
                .onErrorResume(failure -> Mono.just(unanswered(link, call, failure)));
    }

    private Answer unanswered(Link link, Frame.Call call, Throwable failure) {
        return switch (failure) {
            case TimeoutException _ ->
                    unanswered(
                            link, call, "timeout", "no service did within " + limit, NOT_IN_TIME);
            case RecordTooLarge large ->
                    unanswered(link, call, "too_large", large.getMessage(), TOO_LARGE); // F12
            default -> unanswered(link, call, "bus", failure.toString(), NOT_SENT);
        };
    }

    private Answer unanswered(
            Link link, Frame.Call call, String cause, @Nullable String detail, Answer answer) {
        metrics.unanswered(cause);
        log.warn(
                "{} {} {} is not answered: {}",
                link.station(),
                call.action().wireName(),
                call.messageId(),
                detail);
        return answer;
    }

    /** Hands on what needs no answer, and may be lost when the brokers cannot be reached. */
    public void tell(Link link, Frame.Send send, Instant receivedAt) {
        Action action = send.action();
        bus.offer(
                BusRecord.keyed(
                        Topics.calls(action),
                        link.station().toString(),
                        send.payload(),
                        headers(link, action, send.messageId(), receivedAt)),
                () -> metrics.lost("send"));
    }

    /** Keeps a frame that could not be read, for people to look at; best effort. */
    public void quarantine(Link link, byte[] frame, OcppError error) {
        Map<String, String> headers =
                Map.of(
                        Headers.CONNECTION_ID,
                        link.id(),
                        Headers.VERSION,
                        link.version().subprotocol(),
                        "ocpp_error",
                        error.code().wireName(),
                        "ocpp_errorDescription",
                        error.description());
        bus.offer(
                BusRecord.keyed(Topics.QUARANTINE, link.station().toString(), frame, headers),
                () -> metrics.lost("quarantine"));
    }

    private Mono<Void> publish(
            Link link, Action action, byte[] payload, Map<String, String> headers) {
        return departures
                .next()
                .then(fence.passed(link.station(), link.entry()))
                .then(
                        bus.send(
                                BusRecord.keyed(
                                        Topics.calls(action),
                                        link.station().toString(),
                                        payload,
                                        headers)));
    }

    private static Map<String, String> headers(
            Link link, Action action, String messageId, Instant receivedAt) {
        Map<String, String> headers = HashMap.newHashMap(12);
        headers.put(Headers.ACTION, action.wireName());
        headers.put(Headers.VERSION, link.version().subprotocol());
        headers.put(Headers.MESSAGE_ID, messageId);
        headers.put(Headers.RECEIVED_AT, receivedAt.toString());
        headers.put(Headers.CONNECTION_ID, link.id());
        headers.put(Headers.CONNECTION_EPOCH, String.valueOf(link.entry().epoch()));
        return headers;
    }

    /** A UUID that need not be hard to guess: it never leaves the platform. */
    private static String correlationId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private static Answer internalError(String description) {
        return new Answer.Refusal(new OcppError(OcppErrorCode.INTERNAL_ERROR, description));
    }
}
