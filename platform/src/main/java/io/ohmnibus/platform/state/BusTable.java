/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.state;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.ContextReading;
import io.ohmnibus.platform.bus.MalformedRecord;
import io.ohmnibus.platform.bus.Reading;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** A compacted topic in memory. */
final class BusTable<V> extends ContextReading implements CompactedTable<V> {

    private static final Logger log = LoggerFactory.getLogger(BusTable.class);

    private final Bus bus;
    private final String topic;
    private final Class<V> type;
    private final Map<String, V> values = new ConcurrentHashMap<>();

    BusTable(Bus bus, String topic, Class<V> type) {
        this.bus = bus;
        this.topic = topic;
        this.type = type;
    }

    private Mono<Void> on(BusRecord record) {
        byte[] value = record.value();
        try {
            if (value == null) {
                values.remove(record.key());
            } else {
                values.put(record.key(), BusJson.read(value, type));
            }
        } catch (MalformedRecord e) {
            log.error("{} holds something unreadable for {}", topic, record.key(), e);
        }
        return Mono.empty();
    }

    @Override
    public Optional<V> get(StationKey station) {
        return Optional.ofNullable(values.get(station.toString()));
    }

    @Override
    public Set<StationKey> stations() {
        return values.keySet().stream()
                .map(StationKey::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean ready() {
        Reading open = reading();
        return open != null && open.caughtUp();
    }

    @Override
    protected Reading open() {
        return bus.table(topic, this::on);
    }
}
