/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

final class EventStreamsIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Another one for each test. */
    private final StationKey station = new StationKey(UUID.randomUUID().toString(), "CS-1");

    private final StreamedEvents events =
            new StreamedEvents(StreamUnderTest.bean(DatabaseClient.class), Clock.systemUTC());
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private EventStreams streams(Duration heartbeat, Duration stalled, Duration longest, int most) {
        return new EventStreams(
                events,
                new StreamProperties(Duration.ofDays(1), heartbeat, stalled, longest, most),
                Clock.systemUTC(),
                registry);
    }

    private Flux<ServerSentEvent<Object>> open(EventStreams streams, @Nullable String after) {
        return streams.open(station.tenant(), new StreamFilter(Set.of(), null), after);
    }

    private void happen(int number) {
        events.add(
                        station,
                        "StationBooted",
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Map.of("n", number))
                .block();
    }

    @Test
    void saysWhereToResumeBeforeAnythingHappensAndAgainWhileNothingDoes() {
        EventStreams streams = streams(Duration.ofMillis(10), LIMIT, LIMIT, 9);
        StepVerifier.create(open(streams, null).take(3))
                .assertNext(EventStreamsIT::assertHeartbeat)
                .assertNext(EventStreamsIT::assertHeartbeat)
                .assertNext(EventStreamsIT::assertHeartbeat)
                .expectComplete()
                .verify(LIMIT);
    }

    private static void assertHeartbeat(ServerSentEvent<Object> event) {
        assertThat(Position.parse(String.valueOf(event.id()))).isPresent();
        assertThat(event.comment()).isEmpty();
        assertThat(event.data()).isNull();
    }

    @Test
    void endsForWhoTakesNothingAnyMore() {
        EventStreams streams = streams(Duration.ofMillis(10), Duration.ofSeconds(2), LIMIT, 9);
        StepVerifier.create(open(streams, null), 1)
                .expectNextCount(1)
                .expectError(TimeoutException.class)
                .verify(LIMIT);
        assertThat(registry.get("ohmnibus.streams").gauge().value()).isZero();
    }

    @Test
    void endsAfterATimeAndWhenTheServiceStops() {
        StepVerifier.create(open(streams(LIMIT, LIMIT, Duration.ofSeconds(1), 9), null))
                .expectNextCount(1)
                .expectComplete()
                .verify(LIMIT);
        EventStreams stopping = streams(LIMIT, LIMIT, LIMIT, 9);
        stopping.start();
        StepVerifier.create(open(stopping, null))
                .expectNextCount(1)
                .then(stopping::stop)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void servesNoMoreThanItMay() {
        EventStreams streams = streams(LIMIT, LIMIT, LIMIT, 1);
        StepVerifier.create(open(streams, null))
                .expectNextCount(1)
                .then(() ->
                        StepVerifier.create(open(streams, null))
                                .expectErrorSatisfies(refused ->
                                        assertThat(((Problem) refused).getStatusCode().value())
                                                .isEqualTo(503))
                                .verify(LIMIT))
                .thenCancel()
                .verify(LIMIT);
    }

    @Test
    void beginsWithAGapWhereMoreIsForgotten() {
        happen(1);
        events.forgetBefore(Instant.now().plusSeconds(60)).block();
        happen(2);
        StepVerifier.create(
                        open(streams(LIMIT, LIMIT, LIMIT, 9), "0-0")
                                .map(event -> String.valueOf(event.event()))
                                .take(2))
                .expectNext("Gap", "StationBooted")
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        EventStreams streams = streams(LIMIT, LIMIT, LIMIT, 1);
        assertThatThrownBy(() -> open(streams, "yesterday"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.getStatusCode().value()).isEqualTo(400));
        assertThatThrownBy(() -> StreamFilter.of(List.of("Weather"), Set.of("StationBooted"), null))
                .isInstanceOf(Problem.class);
        assertThat(StreamFilter.of(null, Set.of("StationBooted"), "CS-1"))
                .isEqualTo(new StreamFilter(Set.of(), "CS-1"));
    }
}
