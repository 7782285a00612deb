/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What became of a reservation. */
public enum ReservationUpdateStatusEnum implements WireEnum {
    EXPIRED("Expired"),
    REMOVED("Removed"),
    @Since(OcppVersion.V2_1)
    NO_TRANSACTION("NoTransaction");

    private final String wireName;

    ReservationUpdateStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
