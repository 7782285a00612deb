/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusListener;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Copies the topic of the gateways into a table, so that lists can be filtered in SQL. */
@Component
final class ConnectionFeed implements SmartLifecycle, BusListener {

    private final Bus bus;
    private final Connections connections;
    private @Nullable Reading reading;

    ConnectionFeed(Bus bus, Connections connections) {
        this.bus = bus;
        this.connections = connections;
    }

    @Override
    public Mono<Void> on(BusRecord record) {
        StationKey station = StationKey.parse(record.key());
        byte[] value = record.value();
        return value == null
                ? connections.remove(station)
                : connections.put(station, BusJson.read(value, StationConnection.class));
    }

    @Override
    public void start() {
        reading = bus.group("station.connections", List.of(Topics.CONNECTIONS), this);
    }

    @Override
    public void stop() {
        Reading open = reading;
        if (open != null) {
            open.close();
            reading = null;
        }
    }

    @Override
    public boolean isRunning() {
        return reading != null;
    }
}
