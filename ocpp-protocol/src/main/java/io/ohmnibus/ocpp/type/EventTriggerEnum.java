/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** What made a station report an event. */
public enum EventTriggerEnum implements WireEnum {
    ALERTING("Alerting"),
    DELTA("Delta"),
    PERIODIC("Periodic");

    private final String wireName;

    EventTriggerEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
