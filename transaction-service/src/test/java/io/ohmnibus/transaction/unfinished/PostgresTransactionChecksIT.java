/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Asked;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Check;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Round;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@EmbeddedTest
final class PostgresTransactionChecksIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final DatabaseClient database;
    private final TransactionChecks checks;

    PostgresTransactionChecksIT(TestDatabase testDatabase) {
        database = ServiceDatabase.migrate(testDatabase, Service.TRANSACTION).client();
        checks = new PostgresTransactionChecks(database);
    }

    private void transaction(String station, String id, String state, String gaps, int secondsAgo) {
        Instant at = NOW.minusSeconds(secondsAgo);
        new StoredTransaction(new StationKey("default", station), id, 1, state, gaps, at)
                .insertInto(database);
    }

    private List<String> claim(int now, int next) {
        var round = new Round(NOW.plusSeconds(now), NOW.plusSeconds(next));
        return claimed(
                checks.claim(NOW.minusSeconds(60), round, 10)
                        .filter(asked -> asked.station().equals(STATION)));
    }

    private static List<String> claimed(Flux<Asked> asked) {
        return Objects.requireNonNull(asked.map(Asked::transactionId).sort().collectList().block());
    }

    private void answered(String id, boolean ongoing, boolean queue, int nextAt) {
        Instant next = nextAt < 0 ? null : NOW.plusSeconds(nextAt);
        checks.answered(STATION, new Check(id, NOW, ongoing, queue, NOW, next)).block();
    }

    @Test
    void whatIsSilentOrIncompleteIsAskedAboutInTurn() {
        transaction("CS-1", "silent", "Ongoing", "", 100);
        transaction("CS-1", "gaps", "Ended", "2-3", 100);
        transaction("CS-1", "talking", "Ongoing", "", 10);
        transaction("CS-1", "whole", "Ended", "", 100);
        transaction("CS-1", "abandoned", "Abandoned", "", 100);
        transaction("CS-1", "old", "Ended", "2-3", 8 * 86_400);
        assertThat(claim(0, 20)).containsExactly("gaps", "silent");
        assertThat(claim(1, 20)).isEmpty();
        assertThat(claim(21, 40)).containsExactly("gaps", "silent");

        answered("silent", true, false, 100);
        answered("gaps", false, false, -1);
        assertThat(claim(50, 60)).isEmpty();
        assertThat(claim(101, 120)).containsExactly("silent");
        assertThat(checks.list(STATION, null, 10).collectList().block())
                .extracting(Check::transactionId)
                .containsExactly("gaps", "silent");
        Check last = checks.list(STATION, "gaps", 10).blockFirst();
        assertThat(last)
                .isEqualTo(
                        new Check(
                                "silent",
                                NOW.plusSeconds(101),
                                true,
                                false,
                                NOW,
                                NOW.plusSeconds(120)));
    }

    @Test
    void aStationIsAskedAboutWhatWentOnBefore() {
        transaction("CS-2", "before", "Ongoing", "", 100);
        transaction("CS-2", "since", "Ongoing", "", 10);
        transaction("CS-2", "ended", "Ended", "1", 100);
        var station = new StationKey("default", "CS-2");
        var round = new Round(NOW, NOW.plusSeconds(20));
        assertThat(claimed(checks.claim(station, NOW.minusSeconds(50), round)))
                .containsExactly("before");
        assertThat(claimed(checks.claim(station, NOW.minusSeconds(50), round)))
                .containsExactly("before"); // booted again
    }

    @Test
    void whatTheStationSaysIsOverIsAbandonedOnce() {
        var transactions = new PostgresUnfinishedTransactions(database);
        var station = new StationKey("default", "CS-3");
        transaction("CS-3", "lost", "Ongoing", "", 100);
        transaction("CS-3", "ended", "Ended", "", 100);
        var over = transactions.over(station, "lost").block();
        assertThat(over).isNotNull();
        assertThat(over.event())
                .isEqualTo(new TransactionAbandoned("lost", 1, null, NOW.minusSeconds(100)));
        assertThat(transactions.over(station, "lost").block()).isNull();
        assertThat(transactions.over(station, "ended").block()).isNull();
    }
}
