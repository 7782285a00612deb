/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.gateway.JournalEntry;
import io.ohmnibus.contracts.gateway.JournalEntry.Direction;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.station.journal.Journal.Filter;
import io.ohmnibus.station.journal.Journal.Position;
import io.ohmnibus.station.store.Columns;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class PostgresJournalIT {

    private static final StationKey STATION = new StationKey("default", "CS-1");
    private static final StationKey OLD = new StationKey("default", "CS-2");
    private static final Filter ALL = new Filter(null, null, null, null, null);

    private final DatabaseClient client;
    private final Journal journal;

    PostgresJournalIT(TestDatabase database) {
        client = ServiceDatabase.migrate(database, Service.STATION).client();
        journal = new PostgresJournal(client);
    }

    private static JournalEntry entry(String id, Instant at, Direction direction, String action) {
        return new JournalEntry(
                id, at, direction, "c1", "CALL", "m-" + id, action, "[]", List.of("NULLS $.x"));
    }

    private List<String> find(StationKey station, Filter filter, @Nullable Position after) {
        return journal.find(station, filter, after, 10)
                .map(JournalEntry::id)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void findsByTimeDirectionActionAndMessage() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        JournalEntry first = entry("1", now.minusSeconds(60), Direction.FROM_STATION, "Heartbeat");
        JournalEntry second = entry("2", now, Direction.TO_STATION, "Reset");
        journal.add(STATION, first).block();
        journal.add(STATION, second).block();
        journal.add(STATION, second).block(); // delivered twice
        journal.add(new StationKey("other", "CS-1"), entry("3", now, Direction.TO_STATION, "Reset"))
                .block();

        assertThat(find(STATION, ALL, null)).containsExactly("2", "1");
        assertThat(journal.find(STATION, ALL, null, 1).blockLast()).isEqualTo(second);
        assertThat(find(STATION, ALL, new Position(now, "2"))).containsExactly("1");
        assertThat(find(STATION, new Filter(now, null, null, null, null), null))
                .containsExactly("2");
        assertThat(find(STATION, new Filter(null, now, null, null, null), null))
                .containsExactly("1");
        assertThat(find(STATION, new Filter(null, null, Direction.FROM_STATION, null, null), null))
                .containsExactly("1");
        assertThat(find(STATION, new Filter(null, null, null, "Reset", null), null))
                .containsExactly("2");
        assertThat(find(STATION, new Filter(null, null, null, null, "m-1"), null))
                .containsExactly("1");
    }

    @Test
    void forgetsWhatIsOld() {
        Instant now = Instant.now();
        journal.add(OLD, entry("old", now.minus(Duration.ofDays(9)), Direction.TO_STATION, "A"))
                .block();
        journal.add(OLD, entry("new", now, Direction.TO_STATION, "A")).block();
        client.sql(
                        """
                        create table journal_20200101 partition of journal
                        for values from ('2020-01-01 00:00:00+00') to ('2020-01-02 00:00:00+00')
                        """)
                .then()
                .block();

        journal.turnOver(7).block();

        assertThat(find(OLD, ALL, null)).containsExactly("new");
        assertThat(
                        client.sql("select to_regclass('journal_20200101')::text as gone")
                                .map(row -> Columns.optional(row, "gone", String.class) == null)
                                .one()
                                .block())
                .isTrue();
    }
}
