/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** Whether a contract certificate was obtained. */
public enum Iso15118EVCertificateStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    FAILED("Failed");

    private final String wireName;

    Iso15118EVCertificateStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
