/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.connection;

import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the topic {@code station.connections}, each record in one instance. */
@Component
class ConnectionReading extends ContextReading {

    private final Bus bus;
    private final List<ConnectionStep> steps;
    private final TransactionalOperator transaction;

    ConnectionReading(Bus bus, List<ConnectionStep> steps, TransactionalOperator transaction) {
        this.bus = bus;
        this.steps = List.copyOf(steps);
        this.transaction = transaction;
    }

    Mono<Void> on(BusRecord record) {
        byte[] value = record.value();
        if (value == null) {
            return Mono.empty();
        }
        StationKey station = StationKey.parse(record.key());
        StationConnection connection = BusJson.read(value, StationConnection.class);
        StationAuthentication authentication = connection.authentication();
        if (!connection.online() || authentication == null) {
            return Mono.empty();
        }
        return Flux.fromIterable(steps)
                .concatMap(step ->
                        step.connected(station, authentication, connection.connectedAt())
                                .as(transaction::transactional))
                .then();
    }

    @Override
    protected Reading open() {
        return bus.group("auth.connections", List.of(Topics.CONNECTIONS), this::on);
    }
}
