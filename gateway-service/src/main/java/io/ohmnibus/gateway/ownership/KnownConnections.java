/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import io.ohmnibus.contracts.gateway.StationConnection;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station directory in memory: the newest connection of each station, also after its end. */
@Component
public final class KnownConnections {

    private final SortedMap<String, StationConnection> connections = new ConcurrentSkipListMap<>();
    private final OwnershipMetrics metrics;

    KnownConnections(OwnershipMetrics metrics) {
        this.metrics = metrics;
        metrics.directorySize(connections::size);
    }

    /** What is counted around the directory. */
    public OwnershipMetrics metrics() {
        return metrics;
    }

    /** What was known before a record was read, and what is known since. */
    public record Change(@Nullable StationConnection before, StationConnection now) {

        /** Whether a connection that stood gave way to another. */
        public boolean takeover() {
            return before != null && before.online() && before.isReplacedBy(now) && now.online();
        }
    }

    /** Takes the next record; it changes nothing when a newer one is known. */
    public Change put(StationKey station, StationConnection next) {
        StationConnection before = get(station);
        StationConnection now =
                connections.merge(station.toString(), next, StationConnection::then);
        return new Change(before, now);
    }

    /** What is in memory already when it says the same: each connection is held once. */
    public StationConnection shared(String key, StationConnection read) {
        StationConnection held = connections.get(key);
        return held != null && held.equals(read) ? held : read;
    }

    public void remove(String key) {
        connections.remove(key);
    }

    public @Nullable StationConnection get(StationKey station) {
        return connections.get(station.toString());
    }

    /** Whether the station has a newer connection than this one. */
    public boolean isReplaced(StationKey station, StationConnection connection) {
        StationConnection known = get(station);
        return known != null && connection.isReplacedBy(known);
    }

    /** All of them, by key. */
    public Iterable<Map.Entry<String, StationConnection>> all() {
        return connections.entrySet();
    }

    /** Those of a tenant after the given station, in order of their ids. */
    public SortedMap<String, StationConnection> of(String tenant, String afterStation) {
        // A key is greater than the one it extends by a zero character; '0' follows '/'.
        return connections.subMap(tenant + "/" + afterStation + "\0", tenant + "0");
    }
}
