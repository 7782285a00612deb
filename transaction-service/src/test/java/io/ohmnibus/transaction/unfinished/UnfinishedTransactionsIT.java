/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import io.ohmnibus.transaction.TransactionProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

@EmbeddedTest
final class UnfinishedTransactionsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final DatabaseClient database;
    private final UnfinishedTransactions transactions;

    UnfinishedTransactionsIT(TestDatabase testDatabase) {
        this.database = ServiceDatabase.migrate(testDatabase, Service.TRANSACTION).client();
        this.transactions = new PostgresUnfinishedTransactions(database);
    }

    private void insert(String station, String id, int evse, String state, Instant started) {
        new StoredTransaction(new StationKey("default", station), id, evse, state, "", started)
                .insertInto(database);
    }

    private @Nullable List<TransactionAbandoned> supersededBy(String station, String id) {
        return transactions
                .supersededBy(
                        List.of(
                                new UnfinishedTransactions.Later(
                                        new StationKey("default", station), id)))
                .map(UnfinishedTransactions.Abandoned::event)
                .collectList()
                .block();
    }

    @Test
    void aTransactionIsSupersededByALaterOneAtItsEvseOnly() {
        insert("CS-1", "earlier", 1, "Ongoing", NOW);
        insert("CS-1", "ended", 1, "Ended", NOW);
        insert("CS-1", "beside", 2, "Ongoing", NOW);
        insert("CS-2", "elsewhere", 1, "Ongoing", NOW);
        insert("CS-1", "later", 1, "Ongoing", NOW.plusSeconds(60));

        assertThat(supersededBy("CS-1", "earlier")).isEmpty(); // its start came late
        assertThat(supersededBy("CS-1", "later"))
                .containsExactly(new TransactionAbandoned("earlier", 1, "later", NOW));
        assertThat(supersededBy("CS-1", "later")).isEmpty();
    }

    @Test
    void aTransactionThatIsSilentForTooLongIsAbandonedOnce() {
        Instant longAgo = NOW.minus(Duration.ofDays(3000));
        insert("CS-3", "silent", 1, "Ongoing", longAgo);
        insert("CS-3", "over", 2, "Ended", longAgo);
        insert("CS-3", "talking", 3, "Ongoing", longAgo.plus(Duration.ofHours(1)));
        List<Object> published = new ArrayList<>();
        AbandonSilentTransactions job =
                new AbandonSilentTransactions(
                        transactions,
                        (_, event) -> Mono.fromRunnable(() -> published.add(event)),
                        TransactionalOperator.create(
                                new R2dbcTransactionManager(database.getConnectionFactory())),
                        Clock.fixed(longAgo.plus(Duration.ofHours(49)), ZoneOffset.UTC),
                        new TransactionProperties(Duration.ofHours(48).plusMinutes(30)));
        job.run().block();
        job.run().block();

        assertThat(published).containsExactly(new TransactionAbandoned("silent", 1, null, longAgo));
    }
}
