/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.yardstick;

import io.ohmnibus.bench.load.Measured;
import io.ohmnibus.bench.load.Traffics;
import io.ohmnibus.embedded.EmbeddedOptions.Part;
import io.ohmnibus.platform.test.process.ServerProcess;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** One row and one commit for each message, and nothing else. */
public final class Inserts {

    private static final int CONNECTIONS = 10;

    private Inserts() {}

    /**
     * Measures ten connections that insert one row after the other.
     *
     * @param folder an empty one, for the database
     */
    public static Measured measure(Path folder, Duration warmUp, Duration duration) {
        try (ServerProcess postgres = ServerProcess.launch(Part.POSTGRES, folder).awaitReady()) {
            String url =
                    "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres"
                            .formatted(postgres.port());
            try (Connection connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                statement.execute(
                        "create table yardstick (id bigint generated always as identity primary key, message text not null)");
            }
            run(url, warmUp);
            return run(url, duration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Measured run(String url, Duration duration) {
        long began = System.nanoTime();
        Histogram all = new Histogram(3);
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Histogram>> results = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                results.add(threads.submit(() -> insert(url, began + duration.toNanos())));
            }
            for (Future<Histogram> result : results) {
                all.add(result.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Measured(all, System.nanoTime() - began, 0, null);
    }

    private static Histogram insert(String url, long end) throws SQLException {
        Histogram latencies = new Histogram(3);
        String message = Traffics.transactionEvents().call(0, 1, "yardstick");
        try (Connection connection = DriverManager.getConnection(url);
                var statement =
                        connection.prepareStatement("insert into yardstick (message) values (?)")) {
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                statement.setString(1, message);
                statement.executeUpdate();
                latencies.recordValue(System.nanoTime() - began);
            }
        }
        return latencies;
    }
}
