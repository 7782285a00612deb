/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.background.Background;
import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.MessageTypes;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands events of other services, and of this one, to the consumers in this service, once each. */
final class EventDispatcher extends ContextReading {

    private static final String CONTRACTS = "io.ohmnibus.contracts.";
    private static final Duration CLEANING = Duration.ofHours(1);

    /** Much longer than a topic of events is kept, so that no event has its effect twice. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** A consumer, and the events on their way to it. */
    private record Registered(
            Class<?> type, EventConsumer<?> consumer, Gathering<Mono<Void>, Boolean> gathering) {}

    /** Marks an event as consumed, in the transaction of its effect. */
    record Once(DatabaseClient database, TransactionalOperator transaction, Clock clock) {

        Mono<Void> run(String eventId, Mono<Void> effect) {
            return database.sql(
                            """
                            insert into consumed_events (event_id, consumed_at) values (:id, :now)
                            on conflict do nothing
                            """)
                    .bind("id", eventId)
                    .bind("now", clock.instant())
                    .fetch()
                    .rowsUpdated()
                    .flatMap(fresh -> fresh == 1 ? effect : Mono.empty())
                    .as(transaction::transactional);
        }

        /** Deletes the marks of events that the bus does not keep any more. */
        Mono<Void> forgetOld() {
            return database.sql("delete from consumed_events where consumed_at < :horizon")
                    .bind("horizon", clock.instant().minus(REMEMBERED))
                    .then();
        }
    }

    private final Service service;
    private final Bus bus;
    private final Once once;
    private final List<Registered> consumers;
    private @Nullable Background cleaning;

    EventDispatcher(Service service, Bus bus, Once once, List<EventConsumer<?>> consumers) {
        this.service = service;
        this.bus = bus;
        this.once = once;
        this.consumers =
                consumers.stream()
                        .map(consumer ->
                                new Registered(
                                        MessageTypes.typeOf(consumer, EventConsumer.class),
                                        consumer,
                                        Gathering.oneByOne(effect -> effect.thenReturn(true))))
                        .toList();
    }

    private Mono<Void> on(BusRecord record) {
        String type = record.required(Headers.TYPE);
        return Flux.fromIterable(consumers)
                .filter(registered -> registered.type().getSimpleName().equals(type))
                .concatMap(registered -> on(registered, record))
                .then();
    }

    private Mono<Void> on(Registered registered, BusRecord record) {
        EventMeta meta =
                new EventMeta(
                        record.required(OutboxEvents.ID),
                        StationKey.parse(record.key()),
                        Instant.parse(record.required(OutboxEvents.TIME)));
        Object event = BusJson.read(record.body(), registered.type());
        String once = meta.id() + "/" + registered.consumer().getClass().getSimpleName();
        return registered
                .gathering()
                .add(this.once.run(once, consume(registered.consumer(), meta, event)))
                .then();
    }

    // The cast holds: the consumer was registered under its own event type.
    @SuppressWarnings("unchecked")
    private static <E> Mono<Void> consume(EventConsumer<E> consumer, EventMeta meta, Object event) {
        return Mono.defer(() -> consumer.on(meta, (E) event));
    }

    private static Service ownerOf(Class<?> event) {
        String name = event.getPackageName();
        if (!name.startsWith(CONTRACTS)) {
            throw new IllegalStateException(event.getName() + " is not a record of contracts");
        }
        return Service.ofId(name.substring(CONTRACTS.length()));
    }

    @Override
    public void start() {
        if (!consumers.isEmpty()) {
            super.start();
            cleaning = Background.every(CLEANING, once::forgetOld);
        }
    }

    @Override
    protected Reading open() {
        Set<String> topics =
                consumers.stream()
                        .map(registered -> Topics.events(ownerOf(registered.type())))
                        .collect(Collectors.toSet());
        return bus.group(service.id() + ".events", topics, this::on);
    }

    @Override
    public void stop() {
        Background cleaner = cleaning;
        if (cleaner != null) {
            cleaner.close();
            cleaning = null;
        }
        super.stop();
    }
}
