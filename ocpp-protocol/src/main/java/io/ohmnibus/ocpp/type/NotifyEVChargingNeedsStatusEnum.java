/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Whether the CSMS makes a charging profile from a vehicle's needs. */
public enum NotifyEVChargingNeedsStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected"),
    PROCESSING("Processing"),
    @Since(OcppVersion.V2_1)
    NO_CHARGING_PROFILE("NoChargingProfile");

    private final String wireName;

    NotifyEVChargingNeedsStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
