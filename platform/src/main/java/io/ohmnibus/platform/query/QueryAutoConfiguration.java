/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.query;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.ocpp.Service;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Questions between services. */
@AutoConfiguration
class QueryAutoConfiguration {

    @Bean
    Queries queries(Service service, Bus bus) {
        return new BusQueries(service, bus);
    }

    @Bean
    QueryDispatcher queryDispatcher(
            Service service,
            Bus bus,
            TransactionalOperator transaction,
            ObjectProvider<QueryHandler<?, ?>> handlers) {
        return new QueryDispatcher(service, bus, transaction, handlers.stream().toList());
    }
}
