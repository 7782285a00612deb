/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import static java.util.Objects.requireNonNull;

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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Hands events of other services, and of this one, to the consumers in this service, once each. */
final class EventDispatcher extends ContextReading {

    private static final String CONTRACTS = "io.ohmnibus.contracts.";
    private static final Duration CLEANING = Duration.ofHours(1);

    /** Much longer than a topic of events is kept, so that no event has its effect twice. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    /** A consumer, and the events on their way to it: what waits has its effect together. */
    private record Registered(Map<String, Class<?>> types, Gathering<Coming, Boolean> gathering) {}

    /**
     * An event that comes.
     *
     * @param context of the record that brought it
     */
    private record Coming(EventMeta meta, Object event, ContextView context) {}

    /** Marks events as consumed, in the transaction of their effects. */
    record Once(DatabaseClient database, Transactions transactions, Clock clock) {

        /** Those of the marks that were not there. */
        Mono<Set<String>> fresh(List<String> marks) {
            return database.sql(
                            """
                            insert into consumed_events (event_id, consumed_at)
                            select mark, :now from unnest(:marks) as m (mark)
                            order by mark
                            on conflict do nothing
                            returning event_id
                            """)
                    .bind("marks", marks.toArray(String[]::new))
                    .bind("now", clock.instant())
                    .map(row -> requireNonNull(row.get("event_id", String.class)))
                    .all()
                    .collect(Collectors.toCollection(HashSet::new));
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
        this.consumers = consumers.stream().map(this::registered).toList();
    }

    private Registered registered(EventConsumer<?> consumer) {
        return new Registered(
                MessageTypes.typesOf(consumer, EventConsumer.class).stream()
                        .collect(Collectors.toMap(Class::getSimpleName, type -> type)),
                Gathering.effects(coming -> once.transactions().run(all(consumer, coming))));
    }

    private Mono<Void> all(EventConsumer<?> consumer, List<Coming> coming) {
        List<String> marks = coming.stream().map(one -> mark(consumer, one)).toList();
        return once.fresh(marks)
                .flatMapMany(fresh ->
                        Flux.fromIterable(coming).filter(one -> fresh.remove(mark(consumer, one))))
                .concatMap(one -> effect(consumer, one))
                .then();
    }

    private static String mark(EventConsumer<?> consumer, Coming one) {
        return one.meta().id() + "/" + consumer.getClass().getSimpleName();
    }

    // The cast holds: the consumer was registered under its own event types.
    @SuppressWarnings("unchecked")
    private static <E> Mono<Void> effect(EventConsumer<E> consumer, Coming one) {
        return Mono.defer(() -> consumer.on(one.meta(), (E) one.event()))
                .contextWrite(one.context());
    }

    private Mono<Void> on(BusRecord record) {
        String type = record.required(Headers.TYPE);
        return Flux.fromIterable(consumers)
                .concatMap(registered -> {
                    Class<?> known = registered.types().get(type);
                    return known == null ? Mono.empty() : on(registered, known, record);
                })
                .then();
    }

    private static Mono<Void> on(Registered registered, Class<?> type, BusRecord record) {
        EventMeta meta =
                new EventMeta(
                        record.required(OutboxEvents.ID),
                        StationKey.parse(record.key()),
                        Instant.parse(record.required(OutboxEvents.TIME)));
        Object event = BusJson.read(record.body(), type);
        return Mono.deferContextual(
                        context -> registered.gathering().add(new Coming(meta, event, context)))
                .then();
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
                        .flatMap(registered -> registered.types().values().stream())
                        .map(type -> Topics.events(ownerOf(type)))
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
