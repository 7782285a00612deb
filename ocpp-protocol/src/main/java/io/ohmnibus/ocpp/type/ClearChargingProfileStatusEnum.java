/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** The outcome of ClearChargingProfile. */
public enum ClearChargingProfileStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    UNKNOWN("Unknown");

    private final String wireName;

    ClearChargingProfileStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
