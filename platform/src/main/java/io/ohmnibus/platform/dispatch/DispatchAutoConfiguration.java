/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.secret.Sealing;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Handlers and observers get their messages; the gateway owns no actions and has neither. */
@AutoConfiguration
@EnableConfigurationProperties(DispatchProperties.class)
class DispatchAutoConfiguration {

    @Bean
    Handlers handlers(
            Service service,
            ObjectProvider<CallHandler<?, ?>> handlers,
            ObjectProvider<CallObserver<?>> observers) {
        return new Handlers(service, handlers.stream().toList(), observers.stream().toList());
    }

    @Bean
    HandledCalls handledCalls(
            DatabaseClient database, Clock clock, DispatchProperties dispatch, Sealing sealing) {
        return new HandledCalls(database, clock, dispatch.repeatWindow(), sealing);
    }

    @Bean
    CallDispatcher callDispatcher(
            Bus bus,
            Handlers handlers,
            HandledCalls handled,
            Transactions transactions,
            CallDispatcher.Measures measures) {
        return new CallDispatcher(bus, handlers, handled, transactions, measures);
    }

    @Bean
    CallDispatcher.Measures measures(MeterRegistry registry, Clock clock) {
        return new CallDispatcher.Measures(registry, clock);
    }

    @Bean
    Dispatching dispatching(
            Service service,
            Bus bus,
            Handlers handlers,
            HandledCalls handled,
            Dispatching.Dispatchers dispatchers) {
        return new Dispatching(service, bus, handlers, handled, dispatchers);
    }

    @Bean
    Dispatching.Dispatchers dispatchers(
            CallDispatcher calls, Handlers handlers, Transactions transactions) {
        return new Dispatching.Dispatchers(calls, new ObserverDispatcher(handlers, transactions));
    }
}
