/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Which power a vehicle feeds in while it rides through a fault. */
@Since(OcppVersion.V2_1)
public enum PowerDuringCessationEnum implements WireEnum {
    ACTIVE("Active"),
    REACTIVE("Reactive");

    private final String wireName;

    PowerDuringCessationEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
