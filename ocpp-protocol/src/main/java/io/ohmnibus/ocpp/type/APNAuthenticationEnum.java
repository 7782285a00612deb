/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** How a modem authenticates to the cellular network. */
public enum APNAuthenticationEnum implements WireEnum {
    PAP("PAP"),
    CHAP("CHAP"),
    NONE("NONE"),
    AUTO("AUTO");

    private final String wireName;

    APNAuthenticationEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
