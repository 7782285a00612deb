/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import java.time.Instant;

/**
 * One thing that happened at a station.
 *
 * @param text a sentence without the station's name, such as "EVSE 1: cable plugged in"
 */
public record StationEvent(Instant at, String stationId, Kind kind, String text) {

    /** What sort of thing happened. */
    public enum Kind {
        CONNECTED,
        DISCONNECTED,
        BOOT,
        PLUGGED_IN,
        UNPLUGGED,
        AUTHORIZATION,
        TRANSACTION_STARTED,
        CHARGING,
        METER_VALUES,
        TRANSACTION_ENDED,
        AVAILABILITY,
        COMMAND,
        PROBLEM
    }

    /** The first line of what went wrong. */
    static String brief(RuntimeException e) {
        var message = e.getMessage() == null ? e.toString() : e.getMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    @Override
    public String toString() {
        return stationId + " " + text;
    }
}
