/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What became of an ad hoc payment. */
@Since(OcppVersion.V2_1)
public enum PaymentStatusEnum implements WireEnum {
    SETTLED("Settled"),
    CANCELED("Canceled"),
    REJECTED("Rejected"),
    FAILED("Failed");

    private final String wireName;

    PaymentStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
