/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.background.Background;
import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusListener;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Copies the topic of the gateways into tables: for lists filtered in SQL, and for the history. */
@Component
final class ConnectionFeed extends ContextReading implements BusListener {

    private static final Duration FORGET_EVERY = Duration.ofHours(1);

    private final Bus bus;
    private final Connections connections;
    private final ConnectionsTold told;
    private final ConnectionProperties properties;
    private final Clock clock;
    private @Nullable Background forgetting;

    ConnectionFeed(
            Bus bus,
            Connections connections,
            ConnectionsTold told,
            ConnectionProperties properties,
            Clock clock) {
        this.bus = bus;
        this.connections = connections;
        this.told = told;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Mono<Void> on(BusRecord record) {
        StationKey station = StationKey.parse(record.key());
        byte[] value = record.value();
        return value == null
                ? connections.remove(station)
                : told.put(station, BusJson.read(value, StationConnection.class));
    }

    @Override
    protected Reading open() {
        return bus.group("station.connections", List.of(Topics.CONNECTIONS), this);
    }

    @Override
    public void start() {
        super.start();
        forgetting = Background.every(FORGET_EVERY, this::forget);
    }

    private Mono<Void> forget() {
        return connections.forgetBefore(clock.instant().minus(properties.history()));
    }

    @Override
    public void stop() {
        super.stop();
        Background running = forgetting;
        if (running != null) {
            running.close();
            forgetting = null;
        }
    }
}
