/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.scenario;

import io.ohmnibus.platform.ocpp.Service;

/** How scenarios and loads are called in reports; comparisons find them by these names. */
public final class Names {

    public static final String HEARTBEATS = "Heartbeat";
    public static final String AUTHORIZES = "Authorize";
    public static final String TRANSACTION_EVENTS = "TransactionEvent";
    public static final String SESSIONS = "Charging sessions";
    public static final String COMMANDS = "Commands by REST";
    public static final String STORM = "Connect and boot at once";
    public static final String TLS_STORM = "Connect and boot at once over TLS";
    public static final String SOAK = "Soak";
    public static final String START = "Start";
    public static final String IDLE = "Idle connections";
    public static final String ALL_IN_ONE_FIRST =
            "all-in-one with an AOT cache, on an empty folder";
    public static final String ALL_IN_ONE_AGAIN = "all-in-one with an AOT cache, again";
    public static final String ALL_IN_ONE_MEMORY = "all-in-one with 100 stations that charge";
    public static final String WEBSOCKET_ECHO = "Yardstick: WebSocket echo";
    public static final String KAFKA_ECHO = "Yardstick: Kafka request and reply";
    public static final String INSERTS = "Yardstick: single inserts";

    private Names() {}

    public static String closed(int stations) {
        return stations(stations) + ", closed loop";
    }

    public static String open(int stations, int perSecond) {
        return stations(stations) + ", " + perSecond + "/s";
    }

    public static String atOnce(int count) {
        return count + " at once";
    }

    public static String alone(Service service, boolean rehearsed) {
        return service.id()
                + "-service alone, "
                + (rehearsed ? "with an AOT cache" : "without an AOT cache");
    }

    public static String stations(int count) {
        return count == 1 ? "1 station" : count + " stations";
    }
}
