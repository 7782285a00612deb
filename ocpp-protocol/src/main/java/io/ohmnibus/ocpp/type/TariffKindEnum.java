/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Whether a tariff is for everyone or for one driver. */
@Since(OcppVersion.V2_1)
public enum TariffKindEnum implements WireEnum {
    DEFAULT_TARIFF("DefaultTariff"),
    DRIVER_TARIFF("DriverTariff");

    private final String wireName;

    TariffKindEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
