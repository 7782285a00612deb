/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** Whether a vehicle's contract certificate is to be installed or replaced. */
public enum CertificateActionEnum implements WireEnum {
    INSTALL("Install"),
    UPDATE("Update");

    private final String wireName;

    CertificateActionEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
