/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What the values of a grid control are percentages of. */
@Since(OcppVersion.V2_1)
public enum DERUnitEnum implements WireEnum {
    NOT_APPLICABLE("Not_Applicable"),
    PCT_MAX_W("PctMaxW"),
    PCT_MAX_VAR("PctMaxVar"),
    PCT_W_AVAIL("PctWAvail"),
    PCT_VAR_AVAIL("PctVarAvail"),
    PCT_EFFECTIVE_V("PctEffectiveV");

    private final String wireName;

    DERUnitEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
