/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record on its way in or out.
 *
 * @param partition where it stands, or null to let the key decide
 * @param key {@code tenant/stationId}
 * @param value the payload; null removes the key from a compacted topic
 * @param headers see {@link Headers}
 */
public record BusRecord(
        String topic,
        @Nullable Integer partition,
        String key,
        byte @Nullable [] value,
        Map<String, String> headers) {

    public BusRecord {
        headers = Map.copyOf(headers);
    }

    /** A record whose partition follows from its key. */
    public static BusRecord keyed(
            String topic, String key, byte @Nullable [] value, Map<String, String> headers) {
        return new BusRecord(topic, null, key, value, headers);
    }

    /** The record that removes a key from a partition of a compacted topic. */
    public static BusRecord removal(String topic, int partition, String key) {
        return new BusRecord(topic, partition, key, null, Map.of());
    }

    /** Whether the record removes its key. */
    public boolean removes() {
        return value == null;
    }

    /** The header's value, or an error that names it; for headers that every writer must set. */
    public String required(String header) {
        String value = headers.get(header);
        if (value == null) {
            throw new MalformedRecord("header " + header + " is missing");
        }
        return value;
    }

    /** The value, or an error for a record without one. */
    public byte[] body() {
        byte[] body = value;
        if (body == null) {
            throw new MalformedRecord("the record has no value");
        }
        return body;
    }
}
