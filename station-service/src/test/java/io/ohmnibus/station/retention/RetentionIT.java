/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Forgetting;
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
                new RetentionProperties(Duration.ofDays(30), Duration.ofDays(10));
        rows =
                new Forgetting(
                        ServiceDatabase.migrate(server, Service.STATION).client(),
                        said.oldAvailability(properties),
                        said.oldOperations(properties));
    }

    private void state(String state, int connector, int daysAgo) {
        rows.run(
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

        rows.forget();

        assertThat(rows.left("availability_history", "state")).containsExactly("B", "C", "D");
        assertThat(rows.forget()).isZero();
    }

    @Test
    void operationsAreForgottenButTheNewestInventory() {
        String reset =
                "insert into resets (tenant, station_id, type, outcome, at)"
                        + " values (TENANT, 'CS-1', '%s', 'Accepted', :at)";
        rows.run(reset.formatted("old"), 11);
        rows.run(reset.formatted("young"), 9);
        String report =
                "insert into reports (tenant, station_id, request_id, solicited, requested_at,"
                        + " hardware) values (TENANT, 'CS-1', %d, true, :at, %s)";
        rows.run(report.formatted(1, "'h1'"), 40);
        rows.run(report.formatted(2, "'h2'"), 30);
        rows.run(report.formatted(3, "null"), 20);
        rows.run(report.formatted(4, "null"), 1);

        rows.forget();

        assertThat(rows.left("resets", "type")).containsExactly("young");
        assertThat(rows.left("reports", "request_id")).containsExactly("2", "4");
    }

    @Test
    void moreThanOneStatementTakes() {
        rows.run(
                """
                insert into resets (tenant, station_id, type, outcome, at)
                select TENANT, 'CS-1', 'old', 'Accepted', :at from generate_series(1, 5001)
                """,
                11);
        assertThat(rows.forget()).isGreaterThanOrEqualTo(5_001);
        assertThat(rows.left("resets", "type")).isEmpty();
    }
}
