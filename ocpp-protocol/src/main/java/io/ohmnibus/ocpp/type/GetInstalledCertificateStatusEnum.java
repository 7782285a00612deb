/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.WireEnum;

/** The outcome of GetInstalledCertificateIds. */
public enum GetInstalledCertificateStatusEnum implements WireEnum {
    ACCEPTED("Accepted"),
    NOT_FOUND("NotFound");

    private final String wireName;

    GetInstalledCertificateStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
