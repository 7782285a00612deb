/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Whether a cost is what use amounts to, or the tariff's minimum or maximum. */
@Since(OcppVersion.V2_1)
public enum TariffCostEnum implements WireEnum {
    NORMAL_COST("NormalCost"),
    MIN_COST("MinCost"),
    MAX_COST("MaxCost");

    private final String wireName;

    TariffCostEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
