/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.platform.store.Binds.allBase64;

import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Journey;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.store.Writes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.ContextView;

/** Records that leave for the bus if, and only if, the current transaction commits. */
public final class Outbox {

    private final DatabaseClient database;
    private final Sealing sealing;
    private final Sinks.Many<Boolean> committed = Sinks.many().multicast().directBestEffort();

    public Outbox(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    /** Adds a keyed record to the outbox. */
    public Mono<Void> add(BusRecord record) {
        return Mono.deferContextual(context -> {
            BusRecord owed = owed(record, context);
            Owed together = context.getOrDefault(Owed.class, null);
            if (together != null) {
                together.records.add(owed);
                return Mono.empty();
            }
            return insert(List.of(owed));
        });
    }

    /**
     * Work in a transaction that may add many records: they are written when it is done, in one
     * statement, whether anything comes of it or not.
     */
    public <T> Mono<T> together(Mono<T> work) {
        return Mono.defer(() -> {
            Owed owed = new Owed(Collections.synchronizedList(new ArrayList<>()));
            return work.contextWrite(context -> context.put(Owed.class, owed))
                    .singleOptional()
                    .delayUntil(_ -> Writes.later(insert(owed.records)))
                    .flatMap(Mono::justOrEmpty);
        });
    }

    /** What the current transaction has added, in order. */
    private record Owed(List<BusRecord> records) {}

    private BusRecord owed(BusRecord record, ContextView context) {
        Map<String, String> headers = new HashMap<>(record.headers());
        if (Topics.confidential(record.topic())) {
            headers.put(Headers.SEALED, "true");
        }
        headers.putIfAbsent(Headers.TRACEPARENT, Journey.of(context, record.key()).toString());
        return BusRecord.keyed(record.topic(), record.key(), value(record), headers);
    }

    private Mono<Void> insert(List<BusRecord> records) {
        if (records.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into outbox (topic, key, value, headers)
                        select topic, key, decode(value, 'base64'), cast(headers as jsonb)
                        from unnest(:topics, :keys, :values, :headers) with ordinality
                            as owed (topic, key, value, headers, place)
                        order by place
                        """)
                .bind("topics", all(records, String.class, BusRecord::topic))
                .bind("keys", all(records, String.class, BusRecord::key))
                .bind("values", allBase64(records, BusRecord::body))
                .bind(
                        "headers",
                        all(
                                records,
                                String.class,
                                record ->
                                        new String(
                                                BusJson.write(record.headers()),
                                                StandardCharsets.UTF_8)))
                .then()
                .then(nudgeAfterCommit());
    }

    /** Confidential records are encrypted here already, and go to the bus as they are. */
    private byte[] value(BusRecord record) {
        return Topics.confidential(record.topic())
                ? sealing.seal(record.body(), record.key())
                : record.body();
    }

    private Mono<Void> nudgeAfterCommit() {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction ->
                        transaction.registerSynchronization(
                                new TransactionSynchronization() {
                                    @Override
                                    public Mono<Void> afterCommit() {
                                        return Mono.fromRunnable(Outbox.this::nudge);
                                    }
                                }))
                .then();
    }

    private void nudge() {
        committed.tryEmitNext(Boolean.TRUE);
    }

    /** Signals that something was committed; signals may be missed, so look now and then anyway. */
    Flux<Boolean> nudges() {
        return committed.asFlux();
    }
}
