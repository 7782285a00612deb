/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.platform.background.TimeLimits;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Journey;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.store.TransientErrors;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Answers the CALLs of this service's actions. The effect of a handler and the memory of its answer
 * are one transaction; the answer leaves after the commit.
 */
final class CallDispatcher {

    private static final Logger log = LoggerFactory.getLogger(CallDispatcher.class);
    private static final Duration AT_LEAST = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Retry WHILE_TRANSIENT =
            Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                    .maxBackoff(Duration.ofSeconds(2))
                    .filter(TransientErrors::isTransient);

    private final Bus bus;
    private final Map<Action, ActionCalls<?, ?, ?>> actions = new EnumMap<>(Action.class);
    private final HandledCalls handled;
    private final Measures measures;
    private final NewestConnections connections = new NewestConnections();

    CallDispatcher(
            Bus bus,
            Handlers handlers,
            HandledCalls handled,
            Transactions transactions,
            Measures measures) {
        this.bus = bus;
        this.handled = handled;
        this.measures = measures;
        handlers.byAction()
                .forEach((action, handler) ->
                        actions.put(action, ActionCalls.of(handler, handled, transactions)));
    }

    /** Counts and times by action and outcome. */
    record Measures(MeterRegistry registry, Clock clock) {

        void answered(IncomingMessage call, String outcome) {
            registry.timer("ohmnibus.calls", "action", call.action().wireName(), "outcome", outcome)
                    .record(Duration.between(call.station().call().receivedAt(), clock.instant()));
        }

        Duration left(IncomingMessage call) {
            Duration left = Duration.between(clock.instant(), call.deadline());
            return left.compareTo(AT_LEAST) < 0 ? AT_LEAST : left;
        }
    }

    Mono<Void> on(BusRecord record) {
        IncomingMessage call = IncomingMessage.read(record);
        if (call.action().responseType() == null) {
            return Mono.empty(); // A SEND is for observers, and is never answered.
        }
        if (!connections.isCurrent(record)) {
            return unanswered(call, "the station has a newer connection")
                    .flatMap(answer -> replied(call, answer));
        }
        Mono<Answer> attempt = Mono.defer(() -> answer(call));
        return attempt.onErrorResume(TransientErrors::isTransient, _ -> again(attempt))
                .timeout(measures.left(call), TimeLimits.COARSE)
                .onErrorResume(OcppException.class, refusal -> refused(call, refusal.error()))
                .onErrorResume(QueryFailed.class, failure -> unanswered(call, failure.getMessage()))
                .onErrorResume(TimeoutException.class, _ -> unanswered(call, "its time is up"))
                .onErrorResume(failure -> failed(call, failure))
                .flatMap(answer -> replied(call, answer));
    }

    /** After a pause, while it may pass; costs nothing for those that work at once. */
    private static Mono<Answer> again(Mono<Answer> attempt) {
        return Mono.delay(FIRST_PAUSE).then(attempt).retryWhen(WHILE_TRANSIENT);
    }

    private Mono<Answer> answer(IncomingMessage call) {
        ActionCalls<?, ?, ?> calls = actions.get(call.action());
        if (calls == null) {
            throw new OcppException(
                    OcppErrorCode.NOT_SUPPORTED,
                    call.action().wireName() + " is not supported yet");
        }
        return calls.answer(call)
                .onErrorResume(failure -> answeredBefore(call).switchIfEmpty(Mono.error(failure)))
                .map(Answer.Accepted::new);
    }

    private Mono<byte[]> answeredBefore(IncomingMessage call) {
        return handled.answersTo(List.of(call)).flatMap(known -> Mono.justOrEmpty(known.get(call)));
    }

    private Mono<Answer> refused(IncomingMessage call, OcppError error) {
        Journey.log(call.record())
                .around(() ->
                        log.info(
                                "{} of {} is refused: {} {}",
                                call.action(),
                                call.station().key(),
                                error.code(),
                                error.description()));
        return Mono.just(new Answer.Failed(error));
    }

    /** What the station repeats, and what may work then. */
    private Mono<Answer> unanswered(IncomingMessage call, @Nullable String why) {
        Journey.log(call.record())
                .around(() ->
                        log.warn(
                                "{} of {} is not handled: {}",
                                call.action(),
                                call.station().key(),
                                why));
        return Mono.just(internalError());
    }

    private Mono<Void> replied(IncomingMessage call, Answer answer) {
        measures.answered(call, answer instanceof Answer.Accepted ? "answered" : "refused");
        return bus.send(answer.replyTo(call.record()));
    }

    /** The station is told that nothing was accepted, and the record is kept for people to see. */
    private Mono<Answer> failed(IncomingMessage call, Throwable failure) {
        measures.answered(call, "failed");
        return bus.send(internalError().replyTo(call.record())).then(Mono.error(failure));
    }

    private static Answer internalError() {
        return new Answer.Failed(
                new OcppError(OcppErrorCode.INTERNAL_ERROR, "The message could not be processed"));
    }
}
