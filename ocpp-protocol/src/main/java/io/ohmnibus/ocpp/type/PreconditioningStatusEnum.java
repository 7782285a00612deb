/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Whether a vehicle's battery is warm or cool enough to charge well. */
@Since(OcppVersion.V2_1)
public enum PreconditioningStatusEnum implements WireEnum {
    UNKNOWN("Unknown"),
    READY("Ready"),
    NOT_READY("NotReady"),
    PRECONDITIONING("Preconditioning");

    private final String wireName;

    PreconditioningStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
