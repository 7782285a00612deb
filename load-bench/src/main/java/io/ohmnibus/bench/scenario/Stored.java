/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.bench.deploy.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;

/** What the platform keeps on disk. */
final class Stored {

    private static final String SEGMENT = ".log";

    private Stored() {}

    /** Tables with their indexes, and the records of all topics, in bytes. */
    static Map<String, Double> bytes(Deployment deployment) {
        return Map.of(
                "the database", database(deployment.jdbcUrl()),
                "Kafka", segments(deployment.folder().resolve("kafka")));
    }

    private static double database(String jdbcUrl) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet size =
                        statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double segments(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(SEGMENT))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
