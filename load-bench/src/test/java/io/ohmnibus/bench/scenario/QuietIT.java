/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
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

    private String url = "";

    @BeforeEach
    void aServiceThatHasDoneItsWork(TestDatabase database) throws IOException, SQLException {
        url =
                "%s%suser=%s&password=%s&currentSchema=station"
                        .formatted(
                                database.jdbcUrl(),
                                database.jdbcUrl().contains("?") ? "&" : "?",
                                database.username(),
                                database.password());
        String tables;
        try (InputStream file = QuietIT.class.getResourceAsStream(TABLES)) {
            tables =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        execute("drop schema if exists station cascade; create schema station");
        execute(tables);
        execute("insert into consumed_events values ('old', now() - interval '1 minute')");
        execute(
                COMMAND.formatted(
                        """
                        'Answered', 'bench', now() - interval '1 minute', now(), now() - interval '1 minute'
                        """));
    }

    @Test
    void isQuietWhenAllOfItIsOver() throws SQLException {
        assertThat(Quiet.await(url, Duration.ZERO)).isTrue();
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
        assertThat(Quiet.await(url, Duration.ZERO)).isFalse();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
