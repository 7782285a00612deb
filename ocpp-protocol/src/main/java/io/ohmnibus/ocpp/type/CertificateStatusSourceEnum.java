/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** Where the revocation of a certificate is looked up. */
@Since(OcppVersion.V2_1)
public enum CertificateStatusSourceEnum implements WireEnum {
    CRL("CRL"),
    OCSP("OCSP");

    private final String wireName;

    CertificateStatusSourceEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
