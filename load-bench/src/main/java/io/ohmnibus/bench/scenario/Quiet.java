/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until everything that follows from what stations have done is over: commands have ended,
 * what services owe to Kafka is sent, events are consumed, and nothing of it was new for a moment.
 */
final class Quiet {

    private static final String MOMENT = "interval '2 seconds'";
    private static final long LOOK_MILLIS = 250;

    private Quiet() {}

    /** Whether it was so within the limit. */
    static boolean await(String jdbcUrl, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            String query = query(statement);
            while (isBusy(statement, query)) {
                if (System.nanoTime() > end) {
                    return false;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBusy(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** A schema for each service. */
    private static String query(Statement statement) throws SQLException {
        StringJoiner anyOf = new StringJoiner(" or ", "select ", "");
        anyOf.setEmptyValue("select false");
        try (ResultSet schemas =
                statement.executeQuery(
                        "select table_schema from information_schema.tables where table_name = 'outbox'")) {
            while (schemas.next()) {
                anyOf.add(
                        """
                        exists (select from %1$s.outbox)
                        or exists (select from %1$s.commands where status = 'Pending'
                          or created_at > now() - %2$s or completed_at > now() - %2$s)
                        or exists (select from %1$s.consumed_events where consumed_at > now() - %2$s)
                        """
                                .formatted(schemas.getString(1), MOMENT));
            }
        }
        return anyOf.toString();
    }
}
