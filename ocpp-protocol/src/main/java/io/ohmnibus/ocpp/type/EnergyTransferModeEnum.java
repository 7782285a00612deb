/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/**
 * How energy is transferred: AC, DC or wireless (WPT), by a pantograph (ACDP), in both directions
 * (BPT), with grid support (DER).
 */
public enum EnergyTransferModeEnum implements WireEnum {
    AC_SINGLE_PHASE("AC_single_phase"),
    AC_TWO_PHASE("AC_two_phase"),
    AC_THREE_PHASE("AC_three_phase"),
    DC("DC"),
    @Since(OcppVersion.V2_1)
    AC_BPT("AC_BPT"),
    @Since(OcppVersion.V2_1)
    AC_BPT_DER("AC_BPT_DER"),
    @Since(OcppVersion.V2_1)
    AC_DER("AC_DER"),
    @Since(OcppVersion.V2_1)
    DC_BPT("DC_BPT"),
    @Since(OcppVersion.V2_1)
    DC_ACDP("DC_ACDP"),
    @Since(OcppVersion.V2_1)
    DC_ACDP_BPT("DC_ACDP_BPT"),
    @Since(OcppVersion.V2_1)
    WPT("WPT");

    private final String wireName;

    EnergyTransferModeEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
