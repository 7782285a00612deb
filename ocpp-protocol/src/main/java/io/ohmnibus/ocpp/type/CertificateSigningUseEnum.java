/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.constraint.Since;

/** What a certificate to be signed is for. */
public enum CertificateSigningUseEnum implements WireEnum {
    CHARGING_STATION_CERTIFICATE("ChargingStationCertificate"),
    V2G_CERTIFICATE("V2GCertificate"),
    @Since(OcppVersion.V2_1)
    V2G20_CERTIFICATE("V2G20Certificate");

    private final String wireName;

    CertificateSigningUseEnum(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
