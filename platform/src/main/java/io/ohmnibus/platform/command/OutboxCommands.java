/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.event.Outbox;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Writes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Commands stored and sent in one transaction, by way of the outbox. */
final class OutboxCommands implements Commands {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1, Side.STATION);

    private final CommandHandlers handlers;
    private final CommandStore store;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Outcomes outcomes;
    private final Gathering<Sent, Boolean> gathering;

    /** Where the outcomes of our commands come back to. */
    interface Outcomes {

        Integer partition();
    }

    OutboxCommands(
            CommandHandlers handlers,
            CommandStore store,
            Outbox outbox,
            Transactions transactions,
            Outcomes outcomes) {
        this.handlers = handlers;
        this.store = store;
        this.outbox = outbox;
        this.transactions = transactions;
        this.outcomes = outcomes;
        this.gathering = Gathering.effects(all -> transactions.run(write(all)));
    }

    @Override
    public Mono<UUID> send(StationKey station, Request<?> request, CommandOptions options) {
        return send(station, request, options, handlers.service().id() + "-service");
    }

    @Override
    public Mono<UUID> send(
            StationKey station, Request<?> request, CommandOptions options, String requestedBy) {
        return send(station, new Wish(UUID.randomUUID(), request, options, requestedBy))
                .map(StoredCommand::id);
    }

    /** What is wanted of a station; the id is that of the command. */
    record Wish(UUID id, Request<?> request, CommandOptions options, String requestedBy) {}

    /** A command, how it is sent, and the context of who sends it. */
    private record Sent(StoredCommand command, CommandOptions options, ContextView context) {}

    /** The command as it is stored and handed to the gateway. */
    Mono<StoredCommand> send(StationKey station, Wish wish) {
        Mono<Sent> made =
                handlers.prepare(station, wish.request())
                        .flatMap(prepared ->
                                Mono.deferContextual(context ->
                                        Mono.just(
                                                new Sent(
                                                        command(station, wish, prepared),
                                                        wish.options(),
                                                        context))));
        Mono<Sent> alone = made.delayUntil(sent -> write(List.of(sent)));
        Mono<Sent> own =
                handlers.prepares(wish.request())
                        ? alone.as(transactions::run)
                        : made.delayUntil(gathering::add);
        return inTransaction().flatMap(joins -> joins ? alone : own).map(Sent::command);
    }

    /** Whether the caller has one to join: a rule that is broken is no failure of that. */
    private static Mono<Boolean> inTransaction() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .map(TransactionSynchronizationManager::isActualTransactionActive)
                .onErrorReturn(NoTransactionException.class, false);
    }

    private StoredCommand command(StationKey station, Wish wish, Request<?> prepared) {
        Instant now = store.now();
        return new StoredCommand(
                wish.id(),
                station,
                Action.ofRequest(prepared.getClass()),
                new String(CODEC.writePayload(prepared), StandardCharsets.UTF_8),
                CommandStatus.PENDING,
                null,
                null,
                wish.requestedBy(),
                now,
                now.plus(wish.options().deadline()),
                null);
    }

    private Mono<Void> write(List<Sent> all) {
        return Writes.later(store.insert(all.stream().map(Sent::command).toList()))
                .thenMany(Flux.fromIterable(all))
                .concatMap(sent ->
                        outbox.add(record(sent.command(), sent.options()))
                                .contextWrite(sent.context()))
                .then();
    }

    @Override
    public Mono<Void> withdraw(Map<UUID, StationKey> commands) {
        Mono<Boolean> work =
                outbox.together(
                        Flux.fromIterable(commands.entrySet())
                                .concatMap(
                                        one -> outbox.add(withdrawal(one.getKey(), one.getValue())))
                                .then(Mono.just(true)));
        return inTransaction().flatMap(joins -> joins ? work : work.as(transactions::run)).then();
    }

    /** Has the key of the command, and so comes after it. */
    private static BusRecord withdrawal(UUID command, StationKey station) {
        return BusRecord.keyed(
                Topics.COMMANDS,
                station.toString(),
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of(Headers.CORRELATION_ID, command.toString(), Headers.WITHDRAWS, "true"));
    }

    private BusRecord record(StoredCommand command, CommandOptions options) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, command.id().toString());
        headers.put(Headers.REPLY_TOPIC, Topics.results(handlers.service()));
        headers.put(Headers.REPLY_PARTITION, outcomes.partition().toString());
        headers.put(Headers.ACTION, command.action().wireName());
        headers.put(Headers.DEADLINE, command.deadline().toString());
        headers.put(Headers.WAIT_WHEN_OFFLINE, Boolean.toString(options.waitWhenOffline()));
        return BusRecord.keyed(
                Topics.COMMANDS,
                command.station().toString(),
                command.request().getBytes(StandardCharsets.UTF_8),
                headers);
    }
}
