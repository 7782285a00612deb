/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Journey;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.secret.Sealing;
import io.r2dbc.postgresql.codec.Json;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

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
            Map<String, String> headers = new HashMap<>(record.headers());
            if (Topics.confidential(record.topic())) {
                headers.put(Headers.SEALED, "true");
            }
            headers.putIfAbsent(Headers.TRACEPARENT, Journey.of(context).toString());
            return database.sql(
                            """
                            insert into outbox (topic, key, value, headers)
                            values (:topic, :key, :value, :headers)
                            """)
                    .bind("topic", record.topic())
                    .bind("key", record.key())
                    .bind("value", ByteBuffer.wrap(value(record)))
                    .bind("headers", Json.of(BusJson.write(headers)))
                    .then()
                    .then(nudgeAfterCommit());
        });
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
