/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.secret.Sealing;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The outbox, its relay, and the consumers of events. */
@AutoConfiguration
class EventAutoConfiguration {

    @Bean
    Outbox outbox(DatabaseClient database, Sealing sealing) {
        return new Outbox(database, sealing);
    }

    @Bean
    Transactions transactionsOfMany(TransactionalOperator operator, Outbox outbox) {
        return new Transactions(operator, outbox);
    }

    @Bean
    OutboxRelay outboxRelay(
            Outbox outbox, DatabaseClient database, TransactionalOperator transaction, Bus bus) {
        return new OutboxRelay(outbox, database, transaction, bus);
    }

    @Bean
    Events events(Service service, Outbox outbox, Clock clock) {
        return new OutboxEvents(service, outbox, clock);
    }

    @Bean
    EventDispatcher eventDispatcher(
            Service service,
            Bus bus,
            EventDispatcher.Once once,
            ObjectProvider<EventConsumer<?>> consumers) {
        return new EventDispatcher(service, bus, once, consumers.stream().toList());
    }

    @Bean
    EventDispatcher.Once once(DatabaseClient database, Transactions transactions, Clock clock) {
        return new EventDispatcher.Once(database, transactions, clock);
    }
}
