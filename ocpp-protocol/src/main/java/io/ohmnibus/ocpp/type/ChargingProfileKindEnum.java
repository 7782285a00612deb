/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What the start of a charging profile's schedule is tied to. */
public enum ChargingProfileKindEnum implements WireEnum {
    ABSOLUTE("Absolute"),
    RECURRING("Recurring"),
    RELATIVE("Relative"),
    @Since(OcppVersion.V2_1)
    DYNAMIC("Dynamic");

    private final String wireName;

    ChargingProfileKindEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
