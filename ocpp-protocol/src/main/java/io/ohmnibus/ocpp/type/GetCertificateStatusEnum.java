/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** Whether the CSMS learned the status of a certificate. */
public enum GetCertificateStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    FAILED("Failed");

    private final String wireName;

    GetCertificateStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
