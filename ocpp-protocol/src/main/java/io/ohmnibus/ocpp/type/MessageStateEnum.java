/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** In which state of the station a message is shown. */
public enum MessageStateEnum implements WireEnum {
    CHARGING("Charging"),
    FAULTED("Faulted"),
    IDLE("Idle"),
    UNAVAILABLE("Unavailable"),
    @Since(OcppVersion.V2_1)
    SUSPENDED("Suspended"),
    @Since(OcppVersion.V2_1)
    DISCHARGING("Discharging");

    private final String wireName;

    MessageStateEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
