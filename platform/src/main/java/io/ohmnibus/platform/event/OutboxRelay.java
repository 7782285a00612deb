/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.RecordTooLarge;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes what the outbox holds, in order. One instance of a service at a time does it, under an
 * advisory lock; a record that was sent but not yet deleted when the instance died is sent again.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int AT_ONCE = 500;

    private record Entry(long id, BusRecord record) {}

    private final Outbox outbox;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Bus bus;
    private @Nullable Disposable running;

    OutboxRelay(
            Outbox outbox, DatabaseClient database, TransactionalOperator transaction, Bus bus) {
        this.outbox = outbox;
        this.database = database;
        this.transaction = transaction;
        this.bus = bus;
    }

    private Mono<Void> drain() {
        return publishSome()
                .repeat()
                .takeUntil(published -> published < AT_ONCE)
                .then()
                .onErrorResume(failure -> {
                    log.warn("the outbox waits: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Integer> publishSome() {
        return lock().filter(locked -> locked)
                .flatMap(locked -> entries())
                .flatMap(entries -> sendAll(entries).thenReturn(entries.size()))
                .defaultIfEmpty(0)
                .as(transaction::transactional);
    }

    private Mono<Boolean> lock() {
        return database.sql(
                        "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox')) as locked")
                .map(row -> Boolean.TRUE.equals(row.get("locked", Boolean.class)))
                .one();
    }

    private Mono<List<Entry>> entries() {
        return database.sql(
                        "select id, topic, key, value, headers from outbox where not too_large"
                                + " order by id limit "
                                + AT_ONCE)
                .map(OutboxRelay::entry)
                .all()
                .collectList()
                .filter(entries -> !entries.isEmpty());
    }

    private static Entry entry(Readable row) {
        ByteBuffer buffer = Objects.requireNonNull(row.get("value", ByteBuffer.class));
        byte[] value = new byte[buffer.remaining()];
        buffer.get(value);
        Map<?, ?> stored =
                BusJson.read(
                        Objects.requireNonNull(row.get("headers", Json.class)).asArray(),
                        Map.class);
        Map<String, String> headers = new HashMap<>();
        stored.forEach((name, text) -> headers.put(name.toString(), text.toString()));
        return new Entry(
                Objects.requireNonNull(row.get("id", Long.class)),
                BusRecord.keyed(
                        Objects.requireNonNull(row.get("topic", String.class)),
                        Objects.requireNonNull(row.get("key", String.class)),
                        value,
                        headers));
    }

    private Mono<Void> sendAll(List<Entry> entries) {
        return Flux.fromIterable(entries)
                .flatMapSequential(this::send, AT_ONCE)
                .collectList()
                .flatMap(this::delete);
    }

    /** The entry once it is sent; one that never will be is kept for people to look at. */
    private Mono<Entry> send(Entry entry) {
        return bus.send(entry.record())
                .thenReturn(entry)
                .onErrorResume(
                        RecordTooLarge.class,
                        failure -> setAside(entry, failure).then(Mono.empty()));
    }

    private Mono<Void> setAside(Entry entry, RecordTooLarge failure) {
        log.error(
                "the outbox keeps the record {} for {} about {}, which is too large: {}",
                entry.id(),
                entry.record().topic(),
                entry.record().key(),
                failure.getMessage());
        return database.sql("update outbox set too_large = true where id = :id")
                .bind("id", entry.id())
                .then();
    }

    private Mono<Void> delete(List<Entry> entries) {
        return database.sql("delete from outbox where id = any(:ids)")
                .bind("ids", entries.stream().map(Entry::id).toArray(Long[]::new))
                .then();
    }

    @Override
    public void start() {
        running =
                Flux.merge(outbox.nudges(), Flux.interval(LOOK).map(tick -> Boolean.TRUE))
                        .onBackpressureLatest()
                        .concatMap(nudge -> drain(), 1)
                        .subscribe();
    }

    @Override
    public void stop() {
        Disposable relay = running;
        if (relay != null) {
            relay.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
