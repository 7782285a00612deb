/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** How OCPP messages travel; 2.x knows only JSON. */
public enum OCPPTransportEnum implements WireEnum {
    SOAP("SOAP"),
    JSON("JSON");

    private final String wireName;

    OCPPTransportEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
