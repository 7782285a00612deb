/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A station that was found, with the values of the variables that it was looked for by. */
record FoundStation(
        String stationId,
        @Nullable String vendorName,
        @Nullable String model,
        @Nullable String firmwareVersion,
        boolean online,
        List<Value> values) {

    FoundStation {
        values = List.copyOf(values);
    }

    FoundStation with(List<Value> found) {
        return new FoundStation(stationId, vendorName, model, firmwareVersion, online, found);
    }

    /** A value that the station has told. */
    record Value(
            String component,
            @Nullable String componentInstance,
            @Nullable Integer evseId,
            @Nullable Integer connectorId,
            String variable,
            @Nullable String variableInstance,
            String attribute,
            String value) {}
}
