/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** The outcome of RequestStartTransaction and RequestStopTransaction. */
public enum RequestStartStopStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    REJECTED("Rejected");

    private final String wireName;

    RequestStartStopStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
