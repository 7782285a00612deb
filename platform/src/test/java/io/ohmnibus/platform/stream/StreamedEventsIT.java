/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

final class StreamedEventsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StreamFilter ALL = new StreamFilter(Set.of(), null);

    /** Another one for each test. */
    private final StationKey station = new StationKey(UUID.randomUUID().toString(), "CS-1");

    private final DatabaseClient database = StreamUnderTest.bean(DatabaseClient.class);
    private final StreamedEvents events =
            new StreamedEvents(database, Clock.fixed(NOW, ZoneOffset.UTC));

    private Mono<Void> add(String type, int number) {
        return events.add(station, type, NOW, Map.of("n", number));
    }

    private StreamedEvents.Part after(Position position, StreamFilter filter, int limit) {
        return Objects.requireNonNull(
                events.after(station.tenant(), filter, position, limit).block());
    }

    private static List<String> details(StreamedEvents.Part part) {
        return part.events().stream().map(StreamedEvents.Kept::details).toList();
    }

    private Position now() {
        return Objects.requireNonNull(events.now().block());
    }

    @Test
    void givesEventsInOrderFromWhereOneStands() {
        Position start = now();
        add("StationConnected", 1).block();
        add("StationBooted", 2).block();
        events.add(new StationKey("another", "CS-1"), "StationBooted", NOW, Map.of()).block();
        add("StationDisconnected", 3).block();

        StreamedEvents.Part first = after(start, ALL, 2);
        assertThat(details(first)).containsExactly("{\"n\":1}", "{\"n\":2}");
        StreamedEvents.Part second = after(first.upTo(), ALL, 2);
        assertThat(details(second)).containsExactly("{\"n\":3}");
        assertThat(after(second.upTo(), ALL, 2).events()).isEmpty();
        assertThat(details(after(start, new StreamFilter(Set.of("StationBooted"), "CS-1"), 9)))
                .containsExactly("{\"n\":2}");
        assertThat(after(start, new StreamFilter(Set.of(), "CS-2"), 9).events()).isEmpty();
        assertThat(Position.parse(first.upTo().toString())).contains(first.upTo());
    }

    @Test
    void missesNothingThatCommitsLaterThanWhatBeganAfterIt() {
        Position start = now();
        Sinks.Empty<Void> held = Sinks.empty();
        var slow =
                add("StationConnected", 1)
                        .then(held.asMono())
                        .as(StreamUnderTest.bean(TransactionalOperator.class)::transactional)
                        .toFuture();
        await().until(() ->
                Boolean.TRUE.equals(
                        database.sql(
                                        "select exists (select from pg_stat_activity where"
                                                + " state = 'idle in transaction') as held")
                                .mapValue(Boolean.class)
                                .one()
                                .block()));
        add("StationBooted", 2).block();

        StreamedEvents.Part part = after(start, ALL, 9);
        assertThat(part.events()).isEmpty();
        held.tryEmitEmpty();
        slow.join();

        assertThat(details(after(part.upTo(), ALL, 9))).containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void knowsUpToWhereItHasForgotten() {
        Position start = now();
        add("StationBooted", 1).block();
        assertThat(events.forgotten().block()).isLessThan(start);

        events.forgetBefore(NOW).block();
        assertThat(after(start, ALL, 9).events()).hasSize(1);
        events.forgetBefore(NOW.plusSeconds(1)).block();

        assertThat(after(start, ALL, 9).events()).isEmpty();
        assertThat(events.forgotten().block()).isGreaterThan(start);
        events.forgetBefore(NOW.plusSeconds(1)).block();
        assertThat(events.forgotten().block()).isGreaterThan(start);
    }
}
