/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test;

import io.ohmnibus.platform.ocpp.Service;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The schema of a service on a test's database, migrated as the service does it at its start. */
public final class ServiceDatabase {

    private final ConnectionFactory connections;

    private ServiceDatabase(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Migrates the schema; connections are not pooled. */
    public static ServiceDatabase migrate(TestDatabase database, Service service) {
        return migrate(database, service, "latest");
    }

    /**
     * The schema as it was.
     *
     * @param version the last migration, for instance {@code 60}
     */
    public static ServiceDatabase migrate(TestDatabase database, Service service, String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .schemas(service.id())
                .defaultSchema(service.id())
                .locations(
                        "classpath:db/migration/platform", "classpath:db/migration/" + service.id())
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
        return new ServiceDatabase(
                ConnectionFactories.get(
                        ConnectionFactoryOptions.parse(database.r2dbcUrl())
                                .mutate()
                                .option(ConnectionFactoryOptions.USER, database.username())
                                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                                .option(Option.valueOf("schema"), service.id())
                                .option(Option.valueOf("forceBinary"), "true") // as services do
                                .build()));
    }

    public DatabaseClient client() {
        return DatabaseClient.create(connections);
    }

    /** Runs what is given to it in one transaction. */
    public TransactionalOperator transaction() {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }
}
