/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What a charging profile is for, which decides how it combines with others. */
public enum ChargingProfilePurposeEnum implements WireEnum {
    CHARGING_STATION_EXTERNAL_CONSTRAINTS("ChargingStationExternalConstraints"),
    CHARGING_STATION_MAX_PROFILE("ChargingStationMaxProfile"),
    TX_DEFAULT_PROFILE("TxDefaultProfile"),
    TX_PROFILE("TxProfile"),
    @Since(OcppVersion.V2_1)
    PRIORITY_CHARGING("PriorityCharging"),
    @Since(OcppVersion.V2_1)
    LOCAL_GENERATION("LocalGeneration");

    private final String wireName;

    ChargingProfilePurposeEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
