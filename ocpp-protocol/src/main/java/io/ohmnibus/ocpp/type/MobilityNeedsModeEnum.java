/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/**
 * Who may set the departure time and target charge: the vehicle alone, or station and CSMS as well.
 */
@Since(OcppVersion.V2_1)
public enum MobilityNeedsModeEnum implements WireEnum {
    EVCC("EVCC"),
    EVCC_SECC("EVCC_SECC");

    private final String wireName;

    MobilityNeedsModeEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
