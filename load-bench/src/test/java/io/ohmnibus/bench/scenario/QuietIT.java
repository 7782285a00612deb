/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.bench.ServiceTables;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that still goes on is overlooked. */
@EmbeddedTest
final class QuietIT {

    private static final String TABLES = "/db/migration/platform/V0_2__messages.sql";
    private static final String COMMAND =
            """
            insert into commands (id, tenant, station_id, action, request, status, requested_by, created_at,
              deadline, completed_at)
            values (gen_random_uuid(), 'default', 'CS', 'GetBaseReport', '{}', %s)
            """;

    private ServiceTables tables = new ServiceTables("");

    @BeforeEach
    void aServiceThatHasDoneItsWork(TestDatabase database) throws IOException, SQLException {
        tables = ServiceTables.create(database, "station", TABLES);
        execute("insert into consumed_events values ('old', now() - interval '1 minute')");
        execute(
                COMMAND.formatted(
                        """
                        'Answered', 'bench', now() - interval '1 minute', now(), now() - interval '1 minute'
                        """));
    }

    @Test
    void isQuietWhenAllOfItIsOver() throws SQLException {
        assertThat(Quiet.await(tables.url(), Duration.ZERO)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into outbox (topic, key, value, headers) values ('t', 'k', '', '{}')",
                "insert into consumed_events values ('new', now() + interval '1 hour')",
                "update commands set status = 'Pending'",
                "update commands set completed_at = now() + interval '1 hour'"
            })
    void isNotQuietWhile(String somethingGoesOn) throws SQLException {
        execute(somethingGoesOn);
        assertThat(Quiet.await(tables.url(), Duration.ZERO)).isFalse();
    }

    private void execute(String sql) throws SQLException {
        tables.execute(sql);
    }
}
