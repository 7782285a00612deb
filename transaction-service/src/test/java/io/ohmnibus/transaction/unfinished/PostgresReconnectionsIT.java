/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.transaction.unfinished.Reconnections.Connection;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Asked;
import io.ohmnibus.transaction.unfinished.TransactionChecks.Round;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Pain 15. */
@EmbeddedTest
final class PostgresReconnectionsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Round ROUND = new Round(NOW, NOW.plusSeconds(600));

    /** Another one for each test. */
    private final String tenant = UUID.randomUUID().toString();

    private final DatabaseClient database;
    private final Reconnections reconnections;

    PostgresReconnectionsIT(TestDatabase testDatabase) {
        database = ServiceDatabase.migrate(testDatabase, Service.TRANSACTION).client();
        reconnections = new PostgresReconnections(database);
        database.sql("delete from reconnected_stations").then().block();
    }

    private void ongoing(String station, String id, int secondsAgo) {
        Instant at = NOW.minusSeconds(secondsAgo);
        new StoredTransaction(new StationKey(tenant, station), id, 1, "Ongoing", "", at)
                .insertInto(database);
    }

    private Connection connection(String station, String id, int secondsAgo) {
        Instant at = NOW.minusSeconds(secondsAgo);
        return new Connection(new StationKey(tenant, station), id, at.toEpochMilli(), at);
    }

    private void opened(Connection... connections) {
        reconnections.opened(List.of(connections)).block();
    }

    private List<String> claim(int secondsAgo, int stations) {
        return Objects.requireNonNull(
                reconnections
                        .claim(NOW.minusSeconds(secondsAgo), ROUND, stations)
                        .map(Asked::transactionId)
                        .sort()
                        .collectList()
                        .block());
    }

    @Test
    void whatWentOnBeforeAndWasNotSpokenOfSinceIsAskedAboutOnce() {
        ongoing("CS-1", "before", 100);
        ongoing("CS-1", "long before", 1000);
        ongoing("CS-1", "since", 10);
        ongoing("CS-2", "spoken of", 10);
        opened(
                connection("CS-1", "c", 50),
                connection("CS-2", "c", 50),
                connection("CS-3", "c", 50));

        assertThat(claim(60, 9)).isEmpty(); // they still have time to tell
        assertThat(claim(30, 9)).containsExactly("before", "long before");
        assertThat(claim(30, 9)).isEmpty();
        assertThat(
                        database.sql(
                                        "select count(*) as n from transaction_checks where tenant = :t")
                                .bind("t", tenant)
                                .mapValue(Long.class)
                                .one()
                                .block())
                .isEqualTo(2);
    }

    @Test
    void whoWasAskedAfterABootIsNotAskedAgain() {
        ongoing("CS-1", "tx", 100);
        opened(connection("CS-1", "c", 50));
        new PostgresTransactionChecks(database)
                .claim(new StationKey(tenant, "CS-1"), NOW, new Round(NOW.minusSeconds(40), NOW))
                .blockLast();
        assertThat(claim(30, 9)).isEmpty();
    }

    @Test
    void thoseThatWaitLongestComeFirst() {
        for (int i = 1; i <= 5; i++) {
            ongoing("CS-" + i, "tx-" + i, 100);
            opened(connection("CS-" + i, "c", 40 + i));
        }
        assertThat(claim(30, 2)).containsExactly("tx-4", "tx-5");
        assertThat(claim(30, 2)).containsExactly("tx-2", "tx-3");
        assertThat(claim(30, 2)).containsExactly("tx-1");
    }

    @Test
    void theNewestConnectionStandsUntilItEnds() {
        ongoing("CS-1", "tx", 100);
        Connection older = connection("CS-1", "older", 60);
        Connection newer = connection("CS-1", "newer", 40);
        opened(older);
        opened(newer);
        opened(older); // read again
        reconnections.ended(List.of(older)).block(); // late
        assertThat(claim(50, 9)).isEmpty();
        assertThat(claim(30, 9)).containsExactly("tx");

        opened(newer);
        reconnections.ended(List.of(newer)).block();
        assertThat(claim(30, 9)).isEmpty();
    }
}
