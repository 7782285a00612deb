/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** How a monitor watches a variable. */
public enum MonitorEnum implements WireEnum {
    UPPER_THRESHOLD("UpperThreshold"),
    LOWER_THRESHOLD("LowerThreshold"),
    DELTA("Delta"),
    PERIODIC("Periodic"),
    PERIODIC_CLOCK_ALIGNED("PeriodicClockAligned"),
    @Since(OcppVersion.V2_1)
    TARGET_DELTA("TargetDelta"),
    @Since(OcppVersion.V2_1)
    TARGET_DELTA_RELATIVE("TargetDeltaRelative");

    private final String wireName;

    MonitorEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
