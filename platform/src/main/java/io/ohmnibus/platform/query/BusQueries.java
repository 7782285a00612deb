/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.ohmnibus.platform.background.TimeLimits;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Queries over the bus: the answer comes back to a partition of the answers topic that this
 * instance reads, and is matched by correlation id.
 */
final class BusQueries implements Queries, SmartLifecycle {

    private static final Duration ASSIGNMENT_CHECK = Duration.ofMillis(50);

    private final Service service;
    private final Bus bus;
    private final Clock clock;
    private final Map<String, Sinks.One<BusRecord>> waiting = new ConcurrentHashMap<>();
    private @Nullable Reading answers;

    BusQueries(Service service, Bus bus, Clock clock) {
        this.service = service;
        this.bus = bus;
        this.clock = clock;
    }

    @Override
    public <A> Mono<A> ask(
            Service owner, StationKey station, Object query, Class<A> answer, Duration limit) {
        String id = UUID.randomUUID().toString();
        String type = query.getClass().getSimpleName();
        Sinks.One<BusRecord> sink = Sinks.one();
        return ownPartition()
                .map(partition -> new Question(id, partition, clock.instant().plus(limit)))
                .flatMap(question -> bus.send(question.record(owner, station, query, service)))
                .doOnSubscribe(subscription -> waiting.put(id, sink))
                .then(sink.asMono())
                .map(record -> read(type, record, answer))
                .timeout(
                        limit,
                        Mono.error(() ->
                                new QueryFailed(
                                        owner.id() + " did not answer " + type + " in time")),
                        TimeLimits.COARSE)
                .doFinally(signal -> waiting.remove(id));
    }

    /** What ties the answer to its question, where it goes, and until when anybody waits. */
    private record Question(String id, int partition, Instant deadline) {

        BusRecord record(Service owner, StationKey station, Object query, Service asker) {
            return BusRecord.keyed(
                    Topics.queries(owner),
                    station.toString(),
                    BusJson.write(query),
                    Map.of(
                            Headers.CORRELATION_ID,
                            id,
                            Headers.REPLY_TOPIC,
                            Topics.answers(asker),
                            Headers.REPLY_PARTITION,
                            Integer.toString(partition),
                            Headers.TYPE,
                            query.getClass().getSimpleName(),
                            Headers.DEADLINE,
                            deadline.toString()));
        }
    }

    private static <A> A read(String type, BusRecord record, Class<A> answer) {
        if (!Headers.ANSWERED.equals(record.required(Headers.OUTCOME))) {
            throw new QueryFailed(type + " could not be answered");
        }
        return BusJson.read(record.body(), answer);
    }

    /** A partition of ours; at the start of an instance it may take a moment until there is one. */
    private Mono<Integer> ownPartition() {
        return Mono.defer(
                        () -> {
                            Reading reading = answers;
                            Set<Integer> own = reading == null ? Set.of() : reading.partitions();
                            return Mono.justOrEmpty(own.stream().findAny());
                        })
                .repeatWhenEmpty(empty -> empty.delayElements(ASSIGNMENT_CHECK));
    }

    private Mono<Void> on(BusRecord record) {
        Sinks.One<BusRecord> sink = waiting.remove(record.required(Headers.CORRELATION_ID));
        if (sink != null) {
            sink.tryEmitValue(record);
        }
        return Mono.empty();
    }

    @Override
    public void start() {
        answers = bus.group(service.id() + ".answers", List.of(Topics.answers(service)), this::on);
    }

    @Override
    public void stop() {
        Reading open = answers;
        if (open != null) {
            open.close();
            answers = null;
        }
    }

    @Override
    public boolean isRunning() {
        return answers != null;
    }
}
