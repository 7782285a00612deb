/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.retention.Retention;
import io.ohmnibus.platform.test.EmbeddedTest;
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
        database = ServiceDatabase.migrate(server, Service.STATION).client();
        RetentionConfiguration said = new RetentionConfiguration();
        RetentionProperties properties =
                new RetentionProperties(Duration.ofDays(30), Duration.ofDays(10));
        retention =
                new Retention(
                        database,
                        List.of(said.oldAvailability(properties), said.oldOperations(properties)),
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

    private void state(String state, int connector, int daysAgo) {
        run(
                """
                insert into availability_history (tenant, station_id, received_at, message_id,
                    position, evse_id, connector_id, aspect, state, source, reported_at,
                    clock_suspect, late)
                values (TENANT, 'CS-1', :at, '%s', 0, 1, %d, 'AvailabilityState', '%s', 'x', :at,
                    false, false)
                """
                        .formatted(state, connector, state),
                daysAgo);
    }

    @Test
    void whatStoodAtTheEndOfTheTimeIsKept() {
        state("A", 1, 90);
        state("B", 1, 60);
        state("C", 1, 20);
        state("D", 2, 90);

        retention.forget().block();

        assertThat(left("availability_history", "state")).containsExactly("B", "C", "D");
        assertThat(retention.forget().block()).isZero();
    }

    @Test
    void operationsAreForgottenButTheNewestInventory() {
        String reset =
                "insert into resets (tenant, station_id, type, outcome, at)"
                        + " values (TENANT, 'CS-1', '%s', 'Accepted', :at)";
        run(reset.formatted("old"), 11);
        run(reset.formatted("young"), 9);
        String report =
                "insert into reports (tenant, station_id, request_id, solicited, requested_at,"
                        + " hardware) values (TENANT, 'CS-1', %d, true, :at, %s)";
        run(report.formatted(1, "'h1'"), 40);
        run(report.formatted(2, "'h2'"), 30);
        run(report.formatted(3, "null"), 20);
        run(report.formatted(4, "null"), 1);

        retention.forget().block();

        assertThat(left("resets", "type")).containsExactly("young");
        assertThat(left("reports", "request_id")).containsExactly("2", "4");
    }

    @Test
    void moreThanOneStatementTakes() {
        run(
                """
                insert into resets (tenant, station_id, type, outcome, at)
                select TENANT, 'CS-1', 'old', 'Accepted', :at from generate_series(1, 5001)
                """,
                11);
        assertThat(retention.forget().block()).isGreaterThanOrEqualTo(5_001);
        assertThat(left("resets", "type")).isEmpty();
    }
}
