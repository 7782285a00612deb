/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench;

import io.ohmnibus.platform.test.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Empty tables of a service, as one of its migrations makes them.
 *
 * @param url of a connection that is in the service's schema
 */
public record ServiceTables(String url) {

    /** Makes the schema and the tables anew. */
    public static ServiceTables create(TestDatabase database, String schema, String... migrations)
            throws IOException, SQLException {
        ServiceTables tables =
                new ServiceTables(
                        "%s%suser=%s&password=%s&currentSchema=%s"
                                .formatted(
                                        database.jdbcUrl(),
                                        database.jdbcUrl().contains("?") ? "&" : "?",
                                        database.username(),
                                        database.password(),
                                        schema));
        tables.execute("drop schema if exists %1$s cascade; create schema %1$s".formatted(schema));
        for (String migration : migrations) {
            try (InputStream file = ServiceTables.class.getResourceAsStream(migration)) {
                byte[] sql = Objects.requireNonNull(file, migration).readAllBytes();
                tables.execute(new String(sql, StandardCharsets.UTF_8));
            }
        }
        return tables;
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
