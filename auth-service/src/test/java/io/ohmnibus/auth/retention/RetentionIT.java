/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.decision.DecisionProperties;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Forgetting;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class RetentionIT {

    private final Forgetting rows;

    RetentionIT(TestDatabase server) {
        RetentionConfiguration said = new RetentionConfiguration();
        RetentionProperties properties =
                new RetentionProperties(Duration.ofDays(100), Duration.ofDays(7));
        DecisionProperties decisions =
                new DecisionProperties(Duration.ofDays(30), 20, Duration.ofMinutes(10));
        rows =
                new Forgetting(
                        ServiceDatabase.migrate(server, Service.AUTH).client(),
                        said.oldDecisions(decisions),
                        said.oldOperations(properties),
                        said.unusedTokens(properties));
    }

    private void token(String id, boolean singleUse, String until, int daysAgo) {
        rows.run(
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
        rows.run(
                """
                insert into active_transactions (tenant, station_id, transaction_id, token_type,
                  token_key, exclusive, since)
                values (TENANT, 'CS-1', 'tx-1', 'Central', 'charges', true, :at)
                """,
                8);

        rows.forget();

        assertThat(rows.left("tokens", "id_token"))
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
        rows.run(decision.formatted("old"), 31);
        rows.run(decision.formatted("young"), 29);
        String change =
                """
                insert into password_changes (id, tenant, station_id, status, requested_by,
                  requested_at, deadline, ended_at)
                values (gen_random_uuid(), TENANT, '%s', 'x', 'me', :at, :at, %s)
                """;
        rows.run(change.formatted("old", "timestamptz '2025-01-01T00:00:00Z'"), 101);
        rows.run(change.formatted("open", "null"), 101);

        rows.forget();

        assertThat(rows.left("authorization_decisions", "id_token")).containsExactly("young");
        assertThat(rows.left("password_changes", "station_id")).containsExactly("open");
    }

    @Test
    void certificatesAreForgottenWhenNobodyCanComeWithThemAnyMore() {
        String certificate =
                """
                insert into station_certificates (id, tenant, station_id, use, status,
                  serial_number, not_after, requested_at, changed_at)
                values (gen_random_uuid(), TENANT, 'CS-1', 'CHARGING_STATION', '%s', '%s', %s, :at,
                  :at)
                """;
        String longAgo = "timestamptz '2025-01-01T00:00:00Z'";
        String future = "timestamptz '2027-01-01T00:00:00Z'";
        rows.run(certificate.formatted("SUPERSEDED", "over", longAgo), 101);
        rows.run(certificate.formatted("REFUSED", "refused", "null"), 101);
        rows.run(certificate.formatted("REFUSED", "young", "null"), 99);
        rows.run(certificate.formatted("REVOKED", "revoked", future), 101);
        rows.run(certificate.formatted("FAILED", "lost", future), 101);
        rows.run(certificate.formatted("INSTALLED", "expired", longAgo), 101);
        rows.run(certificate.formatted("ISSUED", "issued", longAgo), 101);

        rows.forget();

        assertThat(rows.left("station_certificates", "serial_number"))
                .containsExactly("expired", "issued", "lost", "revoked", "young");
    }

    /** The event that claimed the token failed, and the station never sent it again. */
    @Test
    void claimsOfTransactionsThatNobodyEndsAreForgotten() {
        String claim =
                """
                insert into active_transactions (tenant, station_id, transaction_id, token_type,
                  token_key, exclusive, since)
                values (TENANT, 'CS-1', '%1$s', 'Central', '%1$s', true, :at)
                """;
        rows.run(claim.formatted("old"), 101);
        rows.run(claim.formatted("young"), 99);

        rows.forget();

        assertThat(rows.left("active_transactions", "transaction_id")).containsExactly("young");
    }
}
