/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Whether an EVSE delivers AC or DC. */
@Since(OcppVersion.V2_1)
public enum EvseKindEnum implements WireEnum {
    AC("AC"),
    DC("DC");

    private final String wireName;

    EvseKindEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
