/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What is committed, seen from beside the services. */
record Rows(String jdbcUrl) {

    private static final int AT_ONCE = 5_000;

    /** Takes one row. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Hands all rows of the query to the reader. */
    void each(String query, Reader reader) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
            connection.setAutoCommit(false); // or the driver fetches everything at once
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setFetchSize(AT_ONCE);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reader.read(rows);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The only column of the only row. */
    String one(String query) {
        StringBuilder found = new StringBuilder();
        each(query, row -> found.append(row.getString(1)));
        return found.toString();
    }
}
