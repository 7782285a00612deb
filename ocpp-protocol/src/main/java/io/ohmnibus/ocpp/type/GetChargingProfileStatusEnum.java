/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** The outcome of GetChargingProfiles. */
public enum GetChargingProfileStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    NO_PROFILES("NoProfiles");

    private final String wireName;

    GetChargingProfileStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
