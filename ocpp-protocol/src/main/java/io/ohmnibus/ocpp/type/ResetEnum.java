/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** When to restart, and whether transactions go on afterwards. */
public enum ResetEnum implements WireEnum {
    IMMEDIATE("Immediate"),
    ON_IDLE("OnIdle"),
    @Since(OcppVersion.V2_1)
    IMMEDIATE_AND_RESUME("ImmediateAndResume");

    private final String wireName;

    ResetEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
