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
import io.ohmnibus.platform.bus.Journey;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.event.BatchEventConsumer.Happened;
import io.ohmnibus.platform.observability.Traceparent;
import io.ohmnibus.platform.ocpp.MessageTypes;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.TransientErrors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /**
     * Consumers whose effects are one transaction, and the events on their way to them: what waits
     * has its effects together.
     */
    private final class Group {

        private final Map<String, Class<?>> types = new HashMap<>();
        private final Map<String, List<EventConsumer<Object>>> consumers = new HashMap<>();
        private final Gathering<Coming, Boolean> gathering =
                Gathering.effects(EventDispatcher.this::effects);

        // The cast holds: a consumer gets events of its own types only.
        @SuppressWarnings("unchecked")
        Group(List<EventConsumer<?>> members) {
            for (EventConsumer<?> member : members) {
                for (Class<?> type : MessageTypes.typesOf(member, EventConsumer.class)) {
                    types.put(type.getSimpleName(), type);
                    consumers
                            .computeIfAbsent(type.getSimpleName(), _ -> new ArrayList<>())
                            .add((EventConsumer<Object>) member);
                }
            }
        }

        Mono<Void> on(BusRecord record) {
            String name = record.required(Headers.TYPE);
            Class<?> type = types.get(name);
            if (type == null) {
                return Mono.empty();
            }
            Object event = BusJson.read(record.body(), type);
            List<EventConsumer<Object>> concerned =
                    consumers.getOrDefault(name, List.of()).stream()
                            .filter(consumer -> consumer.concerns(event))
                            .toList();
            return concerned.isEmpty()
                    ? Mono.empty()
                    : Mono.deferContextual(context ->
                                    gathering.add(
                                            new Coming(meta(record), event, concerned, context)))
                            .then();
        }
    }

    /**
     * An event that comes.
     *
     * @param context of the record that brought it
     */
    private record Coming(
            EventMeta meta,
            Object event,
            List<EventConsumer<Object>> consumers,
            ContextView context)
            implements Transactions.Traced {

        @Override
        public String key() {
            return meta.station().toString();
        }

        @Override
        public Traceparent trace() {
            return Journey.of(context);
        }
    }

    /** What an event has at one consumer. */
    private record Effect(EventConsumer<Object> consumer, Coming coming) {

        String mark() {
            return coming.meta().id() + "/" + consumer.getClass().getSimpleName();
        }
    }

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
    private final List<Group> groups;
    private @Nullable Background cleaning;

    EventDispatcher(Service service, Bus bus, Once once, List<EventConsumer<?>> consumers) {
        this.service = service;
        this.bus = bus;
        this.once = once;
        Predicate<EventConsumer<?>> manyAtATime = BatchEventConsumer.class::isInstance;
        this.groups =
                Stream.concat(
                                Stream.of(consumers.stream().filter(manyAtATime).toList()),
                                consumers.stream()
                                        .filter(manyAtATime.negate())
                                        .map(List::<EventConsumer<?>>of))
                        .map(Group::new)
                        .toList();
    }

    /** All in one transaction; those of an event that fails alone in one each, in order. */
    private Mono<Void> effects(List<Coming> coming) {
        List<Effect> effects =
                coming.stream()
                        .flatMap(one ->
                                one.consumers().stream().map(consumer -> new Effect(consumer, one)))
                        .toList();
        return together(effects)
                .onErrorResume(
                        failure ->
                                coming.size() == 1
                                        && effects.size() > 1
                                        && !TransientErrors.isTransient(failure),
                        _ ->
                                Flux.fromIterable(effects)
                                        .concatMap(effect -> together(List.of(effect)))
                                        .then());
    }

    private Mono<Void> together(List<Effect> effects) {
        Mono<Void> all =
                once.fresh(effects.stream().map(Effect::mark).toList())
                        .flatMapIterable(fresh ->
                                effects.stream()
                                        .filter(effect -> fresh.remove(effect.mark()))
                                        .collect(
                                                Collectors.groupingBy(
                                                        Effect::consumer,
                                                        LinkedHashMap::new,
                                                        Collectors.mapping(
                                                                Effect::coming,
                                                                Collectors.toList())))
                                        .entrySet())
                        .concatMap(entry -> take(entry.getKey(), entry.getValue()))
                        .then();
        return once.transactions().run(effects.stream().map(Effect::coming).toList(), all);
    }

    private static Mono<Void> take(EventConsumer<Object> consumer, List<Coming> coming) {
        return consumer instanceof BatchEventConsumer<Object> batches
                ? batches.onAll(
                        coming.stream()
                                .map(one -> new Happened<>(one.meta(), one.event()))
                                .toList())
                : Flux.fromIterable(coming)
                        .concatMap(one ->
                                consumer.on(one.meta(), one.event()).contextWrite(one.context()))
                        .then();
    }

    private static EventMeta meta(BusRecord record) {
        return new EventMeta(
                record.required(OutboxEvents.ID),
                StationKey.parse(record.key()),
                Instant.parse(record.required(OutboxEvents.TIME)));
    }

    private Mono<Void> on(BusRecord record) {
        return Flux.fromIterable(groups).concatMap(group -> group.on(record)).then();
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
        if (groups.stream().anyMatch(group -> !group.types.isEmpty())) {
            super.start();
            cleaning = Background.every(CLEANING, once::forgetOld);
        }
    }

    @Override
    protected Reading open() {
        Set<String> topics =
                groups.stream()
                        .flatMap(group -> group.types.values().stream())
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
