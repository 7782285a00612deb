/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authority;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ohmnibus.ocpp.type.CertificateSigningUseEnum;
import org.jspecify.annotations.Nullable;

/** What a certificate is for; each use has its authority. */
public enum CertificateUse {
    /** The connection to the CSMS, perhaps that to vehicles too. */
    CHARGING_STATION("ChargingStation"),
    /** Vehicles by ISO 15118-2. */
    V2G("V2G"),
    /** Vehicles by ISO 15118-20. */
    V2G20("V2G20");

    private final String text;

    CertificateUse(String text) {
        this.text = text;
    }

    /** The form in REST. */
    @JsonValue
    public String text() {
        return text;
    }

    /** The use that a station names; without one the certificate is for everything. */
    public static CertificateUse of(@Nullable CertificateSigningUseEnum type) {
        return switch (type) {
            case null -> CHARGING_STATION;
            case CHARGING_STATION_CERTIFICATE -> CHARGING_STATION;
            case V2G_CERTIFICATE -> V2G;
            case V2G20_CERTIFICATE -> V2G20;
        };
    }
}
