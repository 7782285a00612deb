/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** A version of OCPP in a network profile. */
public enum OCPPVersionEnum implements WireEnum {
    OCPP12("OCPP12"),
    OCPP15("OCPP15"),
    OCPP16("OCPP16"),
    OCPP20("OCPP20"),
    @Since(OcppVersion.V2_1)
    OCPP201("OCPP201"),
    @Since(OcppVersion.V2_1)
    OCPP21("OCPP21");

    private final String wireName;

    OCPPVersionEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
