/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** The outcome of GetDisplayMessages. */
public enum GetDisplayMessagesStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    UNKNOWN("Unknown");

    private final String wireName;

    GetDisplayMessagesStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
