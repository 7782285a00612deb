/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.state;

import io.ohmnibus.platform.bus.Bus;
import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Opens the two sides of a compacted topic; services declare what they need of them as beans. */
public final class CompactedTopics {

    private final Bus bus;

    public CompactedTopics(Bus bus) {
        this.bus = bus;
    }

    /** The write side, as JSON of the record type. */
    public <V> CompactedTopic<V> topic(String topic) {
        return (StationKey station, @Nullable V value) ->
                Mono.defer(() ->
                        bus.send(
                                BusRecord.keyed(
                                        topic,
                                        station.toString(),
                                        value == null ? null : BusJson.write(value),
                                        Map.of())));
    }

    /** The read side, which reads while the application runs; a bean of it starts by itself. */
    public <V> CompactedTable<V> table(String topic, Class<V> type) {
        return new BusTable<>(bus, topic, type);
    }
}
