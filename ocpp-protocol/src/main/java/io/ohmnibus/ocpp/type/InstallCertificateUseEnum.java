/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What a CA certificate is trusted for. */
public enum InstallCertificateUseEnum implements WireEnum {
    V2G_ROOT_CERTIFICATE("V2GRootCertificate"),
    MO_ROOT_CERTIFICATE("MORootCertificate"),
    MANUFACTURER_ROOT_CERTIFICATE("ManufacturerRootCertificate"),
    CSMS_ROOT_CERTIFICATE("CSMSRootCertificate"),
    @Since(OcppVersion.V2_1)
    OEM_ROOT_CERTIFICATE("OEMRootCertificate");

    private final String wireName;

    InstallCertificateUseEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
