/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.store.Columns;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@EmbeddedTest
final class StationEventsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationEvents.Filter ALL = new StationEvents.Filter(Set.of(), null);

    /** Another one for each test. */
    private final StationKey station = new StationKey(UUID.randomUUID().toString(), "CS-1");

    private final ServiceDatabase database;
    private final StationEvents events;

    StationEventsIT(TestDatabase test) {
        database = ServiceDatabase.migrate(test, Service.STATION);
        events = new StationEvents(database.client(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Mono<Void> add(EventType type, int number) {
        return events.add(station, type, NOW, Map.of("n", number));
    }

    private StationEvents.Part after(Position position, StationEvents.Filter filter, int limit) {
        return Objects.requireNonNull(
                events.after(station.tenant(), filter, position, limit).block());
    }

    private static List<String> details(StationEvents.Part part) {
        return part.events().stream().map(StationEvents.Kept::details).toList();
    }

    private Position now() {
        return Objects.requireNonNull(events.now().block());
    }

    @Test
    void givesEventsInOrderFromWhereOneStands() {
        Position start = now();
        add(EventType.STATION_CONNECTED, 1).block();
        add(EventType.STATION_BOOTED, 2).block();
        events.add(new StationKey("another", "CS-1"), EventType.STATION_BOOTED, NOW, Map.of())
                .block();
        add(EventType.STATION_DISCONNECTED, 3).block();

        StationEvents.Part first = after(start, ALL, 2);
        assertThat(details(first)).containsExactly("{\"n\":1}", "{\"n\":2}");
        StationEvents.Part second = after(first.upTo(), ALL, 2);
        assertThat(details(second)).containsExactly("{\"n\":3}");
        assertThat(after(second.upTo(), ALL, 2).events()).isEmpty();
        assertThat(
                        details(
                                after(
                                        start,
                                        new StationEvents.Filter(
                                                Set.of(EventType.STATION_BOOTED), "CS-1"),
                                        9)))
                .containsExactly("{\"n\":2}");
        assertThat(after(start, new StationEvents.Filter(Set.of(), "CS-2"), 9).events()).isEmpty();
        assertThat(Position.parse(first.upTo().toString())).contains(first.upTo());
    }

    @Test
    void missesNothingThatCommitsLaterThanWhatBeganAfterIt() {
        Position start = now();
        Sinks.Empty<Void> held = Sinks.empty();
        var slow =
                add(EventType.STATION_CONNECTED, 1)
                        .then(held.asMono())
                        .as(database.transaction()::transactional)
                        .toFuture();
        org.awaitility.Awaitility.await()
                .until(() ->
                        Boolean.TRUE.equals(
                                database.client()
                                        .sql(
                                                "select exists (select from pg_stat_activity where"
                                                        + " state = 'idle in transaction') as held")
                                        .map(row -> Columns.required(row, "held", Boolean.class))
                                        .one()
                                        .block()));
        add(EventType.STATION_BOOTED, 2).block();

        StationEvents.Part part = after(start, ALL, 9);
        assertThat(part.events()).isEmpty();
        held.tryEmitEmpty();
        slow.join();

        assertThat(details(after(part.upTo(), ALL, 9))).containsExactly("{\"n\":1}", "{\"n\":2}");
    }

    @Test
    void knowsUpToWhereItHasForgotten() {
        Position start = now();
        add(EventType.STATION_BOOTED, 1).block();
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
