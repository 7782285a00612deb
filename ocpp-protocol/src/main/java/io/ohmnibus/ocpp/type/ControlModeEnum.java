/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/**
 * Who plans a charging session of ISO 15118-20: the vehicle by a schedule, or the station by
 * setpoints.
 */
@Since(OcppVersion.V2_1)
public enum ControlModeEnum implements WireEnum {
    SCHEDULED_CONTROL("ScheduledControl"),
    DYNAMIC_CONTROL("DynamicControl");

    private final String wireName;

    ControlModeEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
