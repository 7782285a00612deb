/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.stream;

import java.util.Arrays;
import java.util.Optional;

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

    String text() {
        return text;
    }

    static Optional<EventType> find(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findAny();
    }
}
