/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.platform.background.Background;
import io.ohmnibus.platform.web.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The streams that this instance serves. */
public final class EventStreams implements SmartLifecycle {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final int PART = 200;

    private final StreamedEvents events;
    private final StreamProperties properties;
    private final Clock clock;
    private final AtomicInteger open;
    private final Sinks.Empty<Void> closing = Sinks.empty();
    private @Nullable Background forgetting;

    EventStreams(
            StreamedEvents events,
            StreamProperties properties,
            Clock clock,
            MeterRegistry registry) {
        this.events = events;
        this.properties = properties;
        this.clock = clock;
        this.open = registry.gauge("ohmnibus.streams", new AtomicInteger());
    }

    /** What a client reads; the type of the event is beside it. */
    record Told(
            String stationId,
            Instant at,
            @JsonRawValue @Schema(type = "object", types = "object") String details) {}

    /**
     * Begins with what comes after an event, or now. Ends by itself after a time; fails for a
     * client that takes nothing, and with 400 for an id that no stream gave.
     *
     * @param lastEventId the header {@code Last-Event-ID}
     */
    public Flux<ServerSentEvent<Object>> open(
            String tenant, StreamFilter filter, @Nullable String lastEventId) {
        return open(tenant, filter, lastEventId == null ? null : position(lastEventId));
    }

    private static Position position(String id) {
        return Position.parse(id)
                .orElseThrow(() ->
                        Problem.badRequest("Last-Event-ID", "is not one that this stream gave"));
    }

    Flux<ServerSentEvent<Object>> open(
            String tenant, StreamFilter filter, @Nullable Position after) {
        return Flux.defer(
                        () -> {
                            if (open.incrementAndGet() > properties.most()) {
                                return Flux.error(
                                        Problem.unavailable("Too many streams are open here"));
                            }
                            return begin(after)
                                    .concatMap(first -> follow(tenant, filter, first), 1)
                                    .take(properties.longest())
                                    .takeUntilOther(closing.asMono())
                                    .timeout(properties.stalled());
                        })
                .doFinally(_ -> open.decrementAndGet());
    }

    /** The position to begin at, and what there is to say before. */
    private record First(Position position, boolean gap) {}

    private Flux<First> begin(@Nullable Position after) {
        Mono<First> first =
                after == null
                        ? events.now().map(now -> new First(now, false))
                        : events.forgotten()
                                .map(gone -> new First(after, gone.compareTo(after) > 0));
        return first.flux();
    }

    private Flux<ServerSentEvent<Object>> follow(String tenant, StreamFilter filter, First first) {
        Follower follower = new Follower(tenant, filter, first.position(), clock.instant());
        ServerSentEvent<Object> hello =
                first.gap()
                        ? ServerSentEvent.builder(
                                        (Object) Map.of("after", first.position().toString()))
                                .event("Gap")
                                .build()
                        : heartbeat(first.position());
        return Flux.just(hello)
                .concatWith(
                        Flux.defer(follower::next)
                                .repeatWhen(rounds ->
                                        rounds.concatMap(sent ->
                                                sent < PART ? Mono.delay(LOOK) : Mono.just(sent))));
    }

    /** Sets the position to resume at, without an event. */
    private static ServerSentEvent<Object> heartbeat(Position position) {
        return ServerSentEvent.builder().id(position.toString()).comment("").build();
    }

    private static ServerSentEvent<Object> event(StreamedEvents.Kept kept) {
        return ServerSentEvent.builder(
                        (Object) new Told(kept.stationId(), kept.at(), kept.details()))
                .id(kept.position().toString())
                .event(kept.type())
                .build();
    }

    /** One client's way through the events; only its own stream uses it. */
    private final class Follower {

        private final String tenant;
        private final StreamFilter filter;
        private Position position;
        private Instant told;

        private Follower(String tenant, StreamFilter filter, Position position, Instant told) {
            this.tenant = tenant;
            this.filter = filter;
            this.position = position;
            this.told = told;
        }

        private Flux<ServerSentEvent<Object>> next() {
            return events.after(tenant, filter, position, PART).flatMapMany(this::tell);
        }

        private Flux<ServerSentEvent<Object>> tell(StreamedEvents.Part part) {
            position = part.upTo();
            Instant now = clock.instant();
            if (!part.events().isEmpty()) {
                told = now;
                return Flux.fromIterable(part.events()).map(EventStreams::event);
            }
            if (told.plus(properties.heartbeat()).isAfter(now)) {
                return Flux.empty();
            }
            told = now;
            return Flux.just(heartbeat(position));
        }
    }

    @Override
    public void start() {
        forgetting =
                Background.every(
                        FORGET,
                        () -> events.forgetBefore(clock.instant().minus(properties.keep())));
    }

    /** Before the web server waits for its requests to end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop() {
        closing.tryEmitEmpty();
        Background running = forgetting;
        if (running != null) {
            running.close();
            forgetting = null;
        }
    }

    @Override
    public boolean isRunning() {
        return forgetting != null;
    }
}
