/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Whether a certificate is revoked. */
@Since(OcppVersion.V2_1)
public enum CertificateStatusEnum implements WireEnum {
    GOOD("Good"),
    REVOKED("Revoked"),
    UNKNOWN("Unknown"),
    FAILED("Failed");

    private final String wireName;

    CertificateStatusEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
