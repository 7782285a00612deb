/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.batch.Gathering;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.transaction.unfinished.Reconnections.Connection;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reads the topic {@code station.connections}, each record in one instance: stations come and go in
 * the middle of a transaction.
 */
@Component
final class FollowConnections extends ContextReading {

    private final Bus bus;
    private final CheckProperties properties;
    private final Gathering<Connection, Boolean> opened;
    private final Gathering<Connection, Boolean> ended;

    FollowConnections(Bus bus, Reconnections reconnections, CheckProperties properties) {
        this.bus = bus;
        this.properties = properties;
        this.opened = Gathering.effects(reconnections::opened);
        this.ended = Gathering.effects(reconnections::ended);
    }

    Mono<Void> on(BusRecord record) {
        byte[] value = record.value();
        if (value == null || !properties.enabled()) {
            return Mono.empty();
        }
        StationConnection told = BusJson.read(value, StationConnection.class);
        var connection =
                new Connection(
                        StationKey.parse(record.key()),
                        told.connectionId(),
                        told.epoch(),
                        told.connectedAt());
        return (told.online() ? opened : ended).add(connection).then();
    }

    @Override
    protected Reading open() {
        return bus.group("transaction.connections", List.of(Topics.CONNECTIONS), this::on);
    }
}
