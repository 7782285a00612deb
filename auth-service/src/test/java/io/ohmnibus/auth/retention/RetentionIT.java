/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.decision.DecisionProperties;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.retention.Retention;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@EmbeddedTest
final class RetentionIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final String tenant = "t" + UUID.randomUUID();
    private final DatabaseClient database;
    private final Retention retention;

    RetentionIT(TestDatabase server) {
        database = ServiceDatabase.migrate(server, Service.AUTH).client();
        RetentionConfiguration said = new RetentionConfiguration();
        RetentionProperties properties =
                new RetentionProperties(Duration.ofDays(100), Duration.ofDays(7));
        DecisionProperties decisions =
                new DecisionProperties(Duration.ofDays(30), 20, Duration.ofMinutes(10));
        retention =
                new Retention(
                        database,
                        List.of(
                                said.oldDecisions(decisions),
                                said.oldOperations(properties),
                                said.unusedTokens(properties)),
                        Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void run(String sql, int daysAgo) {
        database.sql(sql.replace("TENANT", "'" + tenant + "'"))
                .bind("at", NOW.minus(Duration.ofDays(daysAgo)))
                .then()
                .block();
    }

    private List<String> left(String table, String column) {
        return database.sql(
                        "select %1$s::text as v from %2$s where tenant = :tenant order by 1"
                                .formatted(column, table))
                .bind("tenant", tenant)
                .map(row -> String.valueOf(row.get("v", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private void token(String id, boolean singleUse, String until, int daysAgo) {
        run(
                """
                insert into tokens (tenant, type, token_key, id_token, status, valid_until,
                  concurrent_transactions, single_use, created_at, updated_at)
                values (TENANT, 'Central', lower('%1$s'), '%1$s', 'Accepted', %2$s, false, %3$s,
                  :at, :at)
                """
                        .formatted(id, until, singleUse),
                daysAgo);
    }

    @Test
    @Requirement({"C03.FR.01", "C05.FR.01"})
    void virtualTokensWhoseTransactionNeverStartedAreForgotten() {
        token("NEVER", true, "null", 8);
        token("OVER", true, "timestamptz '2026-02-10T00:00:00Z'", 30);
        token("VALID", true, "timestamptz '2026-04-01T00:00:00Z'", 30);
        token("YOUNG", true, "null", 6);
        token("AGAIN", false, "null", 30);
        token("CHARGES", true, "null", 8);
        run(
                """
                insert into active_transactions (tenant, station_id, transaction_id, token_type,
                  token_key, exclusive, since)
                values (TENANT, 'CS-1', 'tx-1', 'Central', 'charges', true, :at)
                """,
                8);

        retention.forget().block();

        assertThat(left("tokens", "id_token"))
                .containsExactly("AGAIN", "CHARGES", "VALID", "YOUNG");
    }

    @Test
    void decisionsAndOperationsAreForgottenWhenTheirTimeIsOver() {
        String decision =
                """
                insert into authorization_decisions (id, tenant, station_id, decided_at, purpose,
                  id_token, id_token_type, status, reason)
                values (gen_random_uuid(), TENANT, 'CS-1', :at, 'Charge', '%s', 'ISO14443',
                  'Accepted', 'Known')
                """;
        run(decision.formatted("old"), 31);
        run(decision.formatted("young"), 29);
        String change =
                """
                insert into password_changes (id, tenant, station_id, status, requested_by,
                  requested_at, deadline, ended_at)
                values (gen_random_uuid(), TENANT, '%s', 'x', 'me', :at, :at, %s)
                """;
        run(change.formatted("old", "timestamptz '2025-01-01T00:00:00Z'"), 101);
        run(change.formatted("open", "null"), 101);

        retention.forget().block();

        assertThat(left("authorization_decisions", "id_token")).containsExactly("young");
        assertThat(left("password_changes", "station_id")).containsExactly("open");
    }
}
