/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** Whether a request was accepted. */
public enum GenericStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected");

    private final String wireName;

    GenericStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
