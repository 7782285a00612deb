/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.stream;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a stream tells. */
public enum EventType {
    STATION_REGISTERED("StationRegistered"),
    STATION_CONNECTED("StationConnected"),
    STATION_DISCONNECTED("StationDisconnected"),
    STATION_BOOTED("StationBooted"),
    AVAILABILITY_CHANGED("AvailabilityChanged"),
    CLOCK_SKEW_CHANGED("ClockSkewChanged");

    private final String text;

    EventType(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    static Set<String> texts() {
        return Arrays.stream(values()).map(EventType::text).collect(Collectors.toSet());
    }
}
