/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** A network interface of a station. */
public enum OCPPInterfaceEnum implements WireEnum {
    WIRED0("Wired0"),
    WIRED1("Wired1"),
    WIRED2("Wired2"),
    WIRED3("Wired3"),
    WIRELESS0("Wireless0"),
    WIRELESS1("Wireless1"),
    WIRELESS2("Wireless2"),
    WIRELESS3("Wireless3"),
    @Since(OcppVersion.V2_1)
    ANY("Any");

    private final String wireName;

    OCPPInterfaceEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
