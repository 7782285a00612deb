/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** Whether a local list is sent whole or as changes. */
public enum UpdateEnum implements WireEnum {
    DIFFERENTIAL("Differential"),
    FULL("Full");

    private final String wireName;

    UpdateEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
