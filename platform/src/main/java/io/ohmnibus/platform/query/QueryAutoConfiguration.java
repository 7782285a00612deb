/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.Service;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Questions between services. */
@AutoConfiguration
class QueryAutoConfiguration {

    @Bean
    Queries queries(Service service, Bus bus, Clock clock) {
        return new BusQueries(service, bus, clock);
    }

    @Bean
    QueryDispatcher queryDispatcher(
            Service service,
            Bus bus,
            Transactions transactions,
            QueryDispatcher.Measures measures,
            ObjectProvider<QueryHandler<?, ?>> handlers) {
        return new QueryDispatcher(
                service, bus, transactions, measures, handlers.stream().toList());
    }

    @Bean
    QueryDispatcher.Measures queryMeasures(MeterRegistry registry, Clock clock) {
        return new QueryDispatcher.Measures(registry, clock);
    }
}
