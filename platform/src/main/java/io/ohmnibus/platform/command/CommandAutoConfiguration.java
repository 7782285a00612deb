/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.command;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.event.Outbox;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.secret.Sealing;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

/** Commands to stations and their REST endpoint. */
@AutoConfiguration
@Import(CommandController.class)
class CommandAutoConfiguration {

    @Bean
    CommandHandlers commandHandlers(
            Service service, ObjectProvider<CommandHandler<?, ?>> handlers) {
        return new CommandHandlers(service, handlers);
    }

    @Bean
    CommandStore commandStore(DatabaseClient database, Clock clock, Sealing sealing) {
        return new CommandStore(database, clock, sealing);
    }

    @Bean
    CommandRequests commandRequests(CommandHandlers handlers) {
        return new CommandRequests(handlers);
    }

    @Bean
    CommandPaths commandPaths(Service service) {
        return new CommandPaths(service);
    }

    @Bean
    CommandWaiters commandWaiters() {
        return new CommandWaiters();
    }

    @Bean
    StationRegister stationRegister(Queries queries) {
        return new StationRegister(queries);
    }

    @Bean
    OutboxCommands commands(
            CommandHandlers handlers,
            CommandStore store,
            Outbox outbox,
            Transactions transactions,
            OutboxCommands.Outcomes outcomes) {
        return new OutboxCommands(handlers, store, outbox, transactions, outcomes);
    }

    @Bean
    CommandOutcomes commandOutcomes(
            CommandStore store,
            CommandHandlers handlers,
            ObjectProvider<CommandObserver> observers,
            Transactions transactions,
            CommandWaiters waiters) {
        return new CommandOutcomes(store, handlers, observers, transactions, waiters);
    }

    @Bean
    CommandLifecycle commandLifecycle(
            Service service, Bus bus, ObjectProvider<CommandOutcomes> outcomes) {
        return new CommandLifecycle(service, bus, outcomes);
    }
}
