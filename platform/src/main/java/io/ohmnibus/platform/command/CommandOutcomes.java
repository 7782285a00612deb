/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.bus.OcppErrors;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.store.TransientErrors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends each command exactly once, with the first outcome that arrives or when its time is up. */
final class CommandOutcomes {

    private static final Logger log = LoggerFactory.getLogger(CommandOutcomes.class);

    private final CommandStore store;
    private final CommandHandlers handlers;
    private final ObjectProvider<CommandObserver> observers;
    private final TransactionalOperator transaction;
    private final CommandWaiters waiters;

    CommandOutcomes(
            CommandStore store,
            CommandHandlers handlers,
            ObjectProvider<CommandObserver> observers,
            TransactionalOperator transaction,
            CommandWaiters waiters) {
        this.store = store;
        this.handlers = handlers;
        this.observers = observers;
        this.transaction = transaction;
        this.waiters = waiters;
    }

    /** An outcome as it came from the gateway; version and value only where there are any. */
    private record Arrived(CommandStatus status, OcppVersion version, byte @Nullable [] value) {}

    Mono<Void> on(BusRecord record) {
        UUID id = UUID.fromString(record.required(Headers.CORRELATION_ID));
        CommandStatus status = CommandStatus.ofHeader(record.required(Headers.OUTCOME));
        OcppVersion version =
                OcppVersion.ofSubprotocol(record.headers().getOrDefault(Headers.VERSION, ""))
                        .orElse(OcppVersion.V2_1);
        return end(id, new Arrived(status, version, record.value()));
    }

    /** Ends commands that no gateway reported on. */
    Mono<Void> endOverdue() {
        Arrived nothing = new Arrived(CommandStatus.TIMED_OUT, OcppVersion.V2_1, null);
        return store.overdue().flatMapIterable(ids -> ids).concatMap(id -> end(id, nothing)).then();
    }

    /** Who is told of an outcome: whoever fails must not keep it from the others for good. */
    private enum Told {
        ALL,
        OBSERVERS,
        NOBODY
    }

    private Mono<Void> end(UUID id, Arrived arrived) {
        return end(id, arrived, Told.ALL);
    }

    private Mono<Void> end(UUID id, Arrived arrived, Told told) {
        return store.lock(id)
                .flatMap(command -> end(command, arrived, told))
                .as(transaction::transactional)
                .onErrorResume(
                        failure -> told != Told.NOBODY && !TransientErrors.isTransient(failure),
                        failure ->
                                end(id, arrived, Told.values()[told.ordinal() + 1])
                                        .then(Mono.error(failure)))
                .doOnSuccess(ended -> waiters.ended(id));
    }

    private Mono<Void> end(StoredCommand command, Arrived arrived, Told told) {
        if (command.status() != CommandStatus.PENDING) {
            log.info("a late outcome of {} for {}", command.action(), command.station());
            return store.late(command.id(), arrived.status());
        }
        log.info(
                "{} to {} ended: {}", command.action(), command.station(), arrived.status().text());
        return store.complete(command.id(), arrived.status(), arrived.value())
                .then(Mono.defer(() -> tell(command, arrived, told)));
    }

    private Mono<Void> tell(StoredCommand command, Arrived arrived, Told told) {
        if (told == Told.NOBODY) {
            return Mono.empty();
        }
        EndedCommand ended =
                new EndedCommand(
                        command.id(),
                        command.station(),
                        request(command),
                        outcome(command, arrived));
        Mono<Void> handled =
                told == Told.ALL
                        ? handlers.completed(ended.station(), ended.request(), ended.outcome())
                        : Mono.empty();
        return handled.thenMany(Flux.fromStream(observers::orderedStream))
                .concatMap(observer -> observer.ended(ended))
                .then();
    }

    private static Request<?> request(StoredCommand command) {
        return (Request<?>)
                OcppCodec.of(OcppVersion.V2_1, Side.STATION)
                        .readPayload(
                                command.action().requestType(),
                                command.request().getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome<?> outcome(StoredCommand command, Arrived arrived) {
        return switch (arrived.status()) {
            case ANSWERED -> answered(command.action(), arrived);
            case REFUSED -> new Outcome.Refused<>(OcppErrors.read(body(arrived)));
            case TIMED_OUT ->
                    new Outcome.TimedOut<>(
                            Duration.between(command.createdAt(), command.deadline()));
            case OFFLINE -> new Outcome.Offline<>();
            case PENDING -> throw new MalformedRecord("a pending outcome");
        };
    }

    private static Outcome<?> answered(Action action, Arrived arrived) {
        Class<? extends Response> type = Objects.requireNonNull(action.responseType());
        return new Outcome.Answered<>(
                OcppCodec.of(arrived.version(), Side.STATION).readPayload(type, body(arrived)));
    }

    private static byte[] body(Arrived arrived) {
        byte[] value = arrived.value();
        if (value == null) {
            throw new MalformedRecord("an outcome without a value");
        }
        return value;
    }
}
