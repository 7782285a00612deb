/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.firmware.event;

import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.EventData;
import io.ohmnibus.ocpp.type.EventNotificationEnum;
import io.ohmnibus.ocpp.type.EventTriggerEnum;
import io.ohmnibus.ocpp.type.Variable;
import java.time.Instant;

/** Events for tests. */
final class SampleEvents {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private SampleEvents() {}

    static EventData event(int id, Instant at) {
        return new EventData(
                id,
                at,
                EventTriggerEnum.ALERTING,
                null,
                "80.5",
                "E42",
                null,
                false,
                "tx-1",
                new Component(new EVSE(1, 1, null), "Connector", null, null),
                7,
                EventNotificationEnum.CUSTOM_MONITOR,
                new Variable("Temperature", null, null),
                3,
                null);
    }
}
