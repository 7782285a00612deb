/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** The outcome of NotifyAllowedEnergyTransfer. */
@Since(OcppVersion.V2_1)
public enum NotifyAllowedEnergyTransferStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected");

    private final String wireName;

    NotifyAllowedEnergyTransferStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
