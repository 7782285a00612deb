/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

@EmbeddedTest
final class EmbeddedTestIT {

    private final EmbeddedServers servers;
    private final TestDatabase database;

    EmbeddedTestIT(EmbeddedServers servers, TestDatabase database) {
        this.servers = servers;
        this.database = database;
    }

    @Test
    void givesTheSameServersToEveryTest(EmbeddedServers same)
            throws ExecutionException, InterruptedException {
        assertThat(same).isSameAs(servers);
        var settings = Map.<String, Object>of("bootstrap.servers", servers.kafkaBootstrap());
        try (var admin = Admin.create(settings)) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void givesTheClassADatabaseOfItsOwn(TestDatabase same) throws SQLException {
        assertThat(same).isSameAs(database);
        assertThat(servers.newDatabase().name()).isNotEqualTo(database.name());
        try (var connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.username(), database.password())) {
            assertThat(connection.getCatalog()).isEqualTo(database.name());
        }
        assertThat(database.properties()).containsEntry("ohmnibus.database.name", database.name());
    }
}
