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
import io.ohmnibus.platform.event.Transactions;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the topic {@code station.connections}, each record in one instance. */
@Component
class ConnectionReading extends ContextReading {

    private final Bus bus;
    private final List<ConnectionStep> steps;
    private final Function<Connected, Mono<Void>> together;

    ConnectionReading(Bus bus, List<ConnectionStep> steps, Transactions transactions) {
        this.bus = bus;
        this.steps = List.copyOf(steps);
        this.together = transactions.gathered(this::goSteps);
    }

    private record Connected(
            StationKey station, StationAuthentication authentication, Instant at) {}

    private Mono<Void> goSteps(Connected connected) {
        return Flux.fromIterable(steps)
                .concatMap(step ->
                        step.connected(
                                connected.station(), connected.authentication(), connected.at()))
                .then();
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
        return together.apply(new Connected(station, authentication, connection.connectedAt()));
    }

    @Override
    protected Reading open() {
        return bus.group("auth.connections", List.of(Topics.CONNECTIONS), this::on);
    }
}
