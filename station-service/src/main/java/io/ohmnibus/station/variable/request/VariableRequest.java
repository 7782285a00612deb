/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import io.ohmnibus.station.devicemodel.AttributeId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Variables that are read or set at once, in as many messages as it takes.
 *
 * @param kind Get or Set
 * @param endedAt when the last outcome came
 */
public record VariableRequest(
        UUID id,
        String stationId,
        String kind,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant endedAt,
        List<Item> items) {

    public VariableRequest {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     *
     * @param status as the station answered, or TooLong, Refused, TimedOut, Offline, NoResult; null
     *     before
     * @param value what was read
     */
    public record Item(
            AttributeId attribute,
            @Nullable String status,
            @Nullable String info,
            @Nullable String value) {

        /** Whether the station has it, now or after a reboot. */
        public boolean accepted() {
            return "Accepted".equals(status) || "RebootRequired".equals(status);
        }
    }
}
