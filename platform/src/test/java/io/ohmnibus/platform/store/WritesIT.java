/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.event.Outbox;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.testing.TestPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

final class WritesIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static ConfigurableApplicationContext service;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}

    @BeforeAll
    static void start() {
        service = TestPlatform.run(App.class, Service.TARIFF);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static DatabaseClient database() {
        return service.getBean(DatabaseClient.class);
    }

    private static <T> Mono<T> inTransaction(Mono<T> work) {
        return new Transactions(
                        service.getBean(TransactionalOperator.class), service.getBean(Outbox.class))
                .run(work);
    }

    @BeforeEach
    void begin() {
        database()
                .sql("create table if not exists written (place integer primary key)")
                .then()
                .then(database().sql("truncate written").then())
                .block(LONG);
    }

    private static Mono<Void> write(int place) {
        return database().sql("insert into written values (:place)").bind("place", place).then();
    }

    private static List<Integer> written() {
        return Objects.requireNonNull(
                database()
                        .sql("select place from written order by place")
                        .mapValue(Integer.class)
                        .all()
                        .collectList()
                        .block(LONG));
    }

    @Test
    void areCommittedWithTheWork() {
        inTransaction(Writes.later(write(3)).then(Writes.later(write(2))).then(write(1)))
                .block(LONG);
        assertThat(written()).containsExactly(1, 2, 3);
    }

    @Test
    void failAllWithTheFirstOfThemThatFails() {
        Mono<Void> work =
                write(1).then(Writes.later(write(2)))
                        .then(Writes.later(write(1)))
                        .then(Writes.later(write(3)));
        for (int i = 0; i < 30; i++) { // whichever connection of the pool it is, none is harmed
            assertThatThrownBy(() -> inTransaction(work).block(LONG))
                    .isInstanceOf(DataIntegrityViolationException.class);
            assertThat(written()).isEmpty();
        }
    }
}
