/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.event.Outbox;
import io.ohmnibus.platform.ocpp.StationKey;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.NoTransactionException;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Commands stored and sent in one transaction, by way of the outbox. */
final class OutboxCommands implements Commands {

    private static final OcppCodec CODEC = OcppCodec.of(OcppVersion.V2_1, Side.STATION);

    private final CommandHandlers handlers;
    private final CommandStore store;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Outcomes outcomes;

    /** Where the outcomes of our commands come back to, and the time. */
    interface Outcomes {

        Integer partition();

        Clock clock();
    }

    OutboxCommands(
            CommandHandlers handlers,
            CommandStore store,
            Outbox outbox,
            TransactionalOperator transaction,
            Outcomes outcomes) {
        this.handlers = handlers;
        this.store = store;
        this.outbox = outbox;
        this.transaction = transaction;
        this.outcomes = outcomes;
    }

    @Override
    public Mono<UUID> send(StationKey station, Request<?> request, CommandOptions options) {
        return send(station, request, options, handlers.service().id() + "-service");
    }

    @Override
    public Mono<UUID> send(
            StationKey station, Request<?> request, CommandOptions options, String requestedBy) {
        return handlers.prepare(station, request)
                .flatMap(prepared -> {
                    Instant now = outcomes.clock().instant();
                    StoredCommand command =
                            new StoredCommand(
                                    UUID.randomUUID(),
                                    station,
                                    Action.ofRequest(prepared.getClass()),
                                    new String(
                                            CODEC.writePayload(prepared), StandardCharsets.UTF_8),
                                    CommandStatus.PENDING,
                                    null,
                                    null,
                                    requestedBy,
                                    now,
                                    now.plus(options.deadline()),
                                    null);
                    return store.insert(command)
                            .then(outbox.add(record(command, options)))
                            .thenReturn(command.id());
                })
                .as(this::transactional);
    }

    /** Joins the transaction of the caller: a rule that is broken is no failure of that. */
    private <T> Mono<T> transactional(Mono<T> work) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .map(TransactionSynchronizationManager::isActualTransactionActive)
                .onErrorReturn(NoTransactionException.class, false)
                .flatMap(active -> active ? work : work.as(transaction::transactional));
    }

    @Override
    public Mono<Void> withdraw(Map<UUID, StationKey> commands) {
        return outbox.together(
                        Flux.fromIterable(commands.entrySet())
                                .concatMap(
                                        one -> outbox.add(withdrawal(one.getKey(), one.getValue())))
                                .then(Mono.just(true)))
                .as(this::transactional)
                .then();
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
