/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.testing.TestPlatform;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

final class PromptConnectionIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static ConfigurableApplicationContext service;
    private Connection connection;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}

    @BeforeAll
    static void start() {
        service = TestPlatform.run(App.class, Service.TARIFF);
        run(database().sql("create table if not exists prompt (place integer)").then());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void connect() {
        run(database().sql("truncate prompt").then());
        connection =
                Objects.requireNonNull(
                        Mono.from(service.getBean(ConnectionFactory.class).create()).block(LONG));
    }

    @AfterEach
    void close() {
        Mono.from(connection.close()).onErrorComplete().block(LONG);
    }

    private static DatabaseClient database() {
        return service.getBean(DatabaseClient.class);
    }

    private static void run(Mono<Void> work) {
        work.block(LONG);
    }

    private static long rows() {
        return Objects.requireNonNull(
                database()
                        .sql("select count(*) from prompt")
                        .mapValue(Long.class)
                        .one()
                        .block(LONG));
    }

    private static Mono<Void> insert() {
        return database().sql("insert into prompt values (1)").then();
    }

    @Test
    void whatATransactionDoesIsThereAfterItsCommit() {
        run(
                insert().then(insert())
                        .as(service.getBean(TransactionalOperator.class)::transactional));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void nothingIsLeftOfATransactionThatFails() {
        Mono<Void> work = insert().then(Mono.error(new IllegalStateException("failed")));
        for (int i = 0; i < 30; i++) { // whichever connection of the pool it is
            assertThatThrownBy(() ->
                            run(
                                    work.as(
                                            service.getBean(TransactionalOperator.class)
                                                    ::transactional)))
                    .hasMessage("failed");
        }
        assertThat(rows()).isZero();
    }

    @Test
    void aStatementRightBehindBeginIsPartOfTheTransaction() {
        run(Mono.from(connection.beginTransaction()));
        run(statement("insert into prompt values (1)"));
        assertThat(rows()).isZero();

        run(Mono.from(connection.commitTransaction()));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aTransactionWithoutStatementsEnds() {
        run(
                Mono.from(connection.beginTransaction())
                        .then(Mono.from(connection.commitTransaction())));
        run(statement("insert into prompt values (1)"));
        assertThat(rows()).isEqualTo(1); // not in a transaction any more
    }

    @Test
    void withoutBeginNothingIsDone() {
        run(statement("select pg_terminate_backend(pg_backend_pid())").onErrorComplete());
        run(Mono.from(connection.beginTransaction()).onErrorComplete());

        assertThatThrownBy(() -> run(statement("insert into prompt values (1)")))
                .isInstanceOf(R2dbcException.class);
        assertThatThrownBy(() -> run(Mono.from(connection.commitTransaction())))
                .isInstanceOf(R2dbcException.class);
        assertThat(rows()).isZero();
    }

    private Mono<Void> statement(String sql) {
        return Mono.defer(() -> Mono.from(connection.createStatement(sql).execute()))
                .flatMapMany(result -> result.getRowsUpdated())
                .then();
    }
}
