/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.bus.OcppErrors;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.store.TransientErrors;
import io.ohmnibus.platform.store.Writes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Ends each command exactly once, with the first outcome that arrives or when its time is up. */
final class CommandOutcomes {

    private static final Logger log = LoggerFactory.getLogger(CommandOutcomes.class);

    private final CommandStore store;
    private final CommandHandlers handlers;
    private final SingletonSupplier<List<CommandObserver>> observers;
    private final Transactions transactions;
    private final CommandWaiters waiters;
    private final Gathering<Arrived, Boolean> gathering =
            Gathering.effects(arrived -> end(arrived, Told.ALL));

    CommandOutcomes(
            CommandStore store,
            CommandHandlers handlers,
            ObjectProvider<CommandObserver> observers,
            Transactions transactions,
            CommandWaiters waiters) {
        this.store = store;
        this.handlers = handlers;
        this.observers = SingletonSupplier.of(() -> observers.orderedStream().toList());
        this.transactions = transactions;
        this.waiters = waiters;
    }

    /**
     * An outcome as it came from the gateway.
     *
     * @param version of the value, where there is one
     * @param context of the record that brought it
     */
    private record Arrived(
            UUID id,
            CommandStatus status,
            OcppVersion version,
            byte @Nullable [] value,
            ContextView context) {}

    Mono<Void> on(BusRecord record) {
        UUID id = UUID.fromString(record.required(Headers.CORRELATION_ID));
        CommandStatus status = CommandStatus.ofHeader(record.required(Headers.OUTCOME));
        OcppVersion version =
                OcppVersion.ofSubprotocol(record.headers().getOrDefault(Headers.VERSION, ""))
                        .orElse(OcppVersion.V2_1);
        return Mono.deferContextual(
                context -> end(new Arrived(id, status, version, record.value(), context)));
    }

    /** Ends commands that no gateway reported on. */
    Mono<Void> endOverdue() {
        return store.overdue()
                .flatMapIterable(ids -> ids)
                .concatMap(id ->
                        end(
                                new Arrived(
                                        id,
                                        CommandStatus.TIMED_OUT,
                                        OcppVersion.V2_1,
                                        null,
                                        Context.empty())))
                .then();
    }

    /** Who is told of an outcome: whoever fails must not keep it from the others for good. */
    private enum Told {
        ALL,
        OBSERVERS,
        NOBODY
    }

    private Mono<Void> end(Arrived arrived) {
        return gathering
                .add(arrived)
                .then()
                .onErrorResume(
                        CommandOutcomes::willComeAgain,
                        failure -> endSomehow(arrived, Told.OBSERVERS).then(Mono.error(failure)));
    }

    private Mono<Void> endSomehow(Arrived arrived, Told told) {
        return end(List.of(arrived), told)
                .onErrorResume(
                        failure -> told != Told.NOBODY && willComeAgain(failure),
                        failure -> endSomehow(arrived, Told.NOBODY).then(Mono.error(failure)));
    }

    private static boolean willComeAgain(Throwable failure) {
        return !TransientErrors.isTransient(failure);
    }

    private Mono<Void> end(List<Arrived> all, Told told) {
        return store.lock(all.stream().map(Arrived::id).toList())
                .collectMap(StoredCommand::id)
                .flatMap(commands -> end(all, commands, told))
                .as(transactions::run)
                .doOnNext(over -> over.forEach(waiters::ended))
                .then();
    }

    /** The first outcome of each command counts; all that have ended now or before. */
    private Mono<List<StoredCommand>> end(
            List<Arrived> all, Map<UUID, StoredCommand> commands, Told told) {
        Set<UUID> pending = new HashSet<>();
        commands.values().stream()
                .filter(command -> command.status() == CommandStatus.PENDING)
                .forEach(command -> pending.add(command.id()));
        List<Arrived> first = new ArrayList<>();
        List<Arrived> late = new ArrayList<>();
        all.stream()
                .filter(arrived -> commands.containsKey(arrived.id()))
                .forEach(arrived -> (pending.remove(arrived.id()) ? first : late).add(arrived));
        List<StoredCommand> ended =
                first.stream().map(arrived -> ended(required(commands, arrived), arrived)).toList();
        List<StoredCommand> over =
                Stream.concat(ended.stream(), commands.values().stream())
                        .filter(command -> command.status() != CommandStatus.PENDING)
                        .toList();
        return Writes.later(store.complete(ended))
                .thenMany(Flux.fromIterable(first))
                .concatMap(arrived -> told(required(commands, arrived), arrived, told))
                .thenMany(Flux.fromIterable(late))
                .concatMap(arrived -> late(required(commands, arrived), arrived))
                .then(Mono.just(over));
    }

    private static StoredCommand required(Map<UUID, StoredCommand> commands, Arrived arrived) {
        return Objects.requireNonNull(commands.get(arrived.id()));
    }

    private StoredCommand ended(StoredCommand command, Arrived arrived) {
        byte[] value = arrived.value();
        return command.ended(
                arrived.status(), value == null ? null : new String(value, UTF_8), store.now());
    }

    private Mono<Void> late(StoredCommand command, Arrived arrived) {
        log.info("a late outcome of {} for {}", command.action(), command.station());
        return Writes.later(store.late(command.id(), arrived.status()));
    }

    private Mono<Void> told(StoredCommand command, Arrived arrived, Told told) {
        log.info(
                "{} to {} ended: {}", command.action(), command.station(), arrived.status().text());
        return told == Told.NOBODY
                ? Mono.empty()
                : Mono.defer(() -> tell(command, arrived, told)).contextWrite(arrived.context());
    }

    private Mono<Void> tell(StoredCommand command, Arrived arrived, Told told) {
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
        return handled.thenMany(Flux.fromIterable(observers.obtain()))
                .concatMap(observer -> observer.ended(ended))
                .then();
    }

    private static Request<?> request(StoredCommand command) {
        return (Request<?>)
                OcppCodec.of(OcppVersion.V2_1, Side.STATION)
                        .readPayload(
                                command.action().requestType(), command.request().getBytes(UTF_8));
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
