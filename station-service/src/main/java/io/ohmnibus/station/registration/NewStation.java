/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.security.PasswordRules;
import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.station.registry.BootPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A station to be registered.
 *
 * @param password null to have one generated; profile 3 has none
 */
public record NewStation(
        String stationId,
        int securityProfile,
        BootPolicy policy,
        @Nullable String notes,
        @Nullable String password) {

    /** An identifierString without the colon that Basic authentication forbids: A00.FR.204. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9*_=+|@.-]{1,48}");

    private static final int CERTIFICATE_PROFILE = 3;

    StationKey key(String tenant) {
        return new StationKey(tenant, stationId);
    }

    /** Whether the station proves who it is by a certificate instead of a password. */
    public boolean hasCertificate() {
        return securityProfile == CERTIFICATE_PROFILE;
    }

    /** Everything that keeps this station from being registered. */
    public List<Violation> violations() {
        List<Violation> wrong = new ArrayList<>();
        if (!ID.matcher(stationId).matches()) {
            wrong.add(new Violation("stationId", "has 1 to 48 of A-Z a-z 0-9 * - _ = + | @ ."));
        }
        if (securityProfile < 1 || securityProfile > CERTIFICATE_PROFILE) {
            wrong.add(new Violation("securityProfile", "is 1, 2 or 3"));
        }
        String own = password;
        if (own != null && hasCertificate()) {
            wrong.add(new Violation("password", "has no use with security profile 3"));
        } else if (own != null) { // the station may have it already, so it may be a long one
            PasswordRules.objection(stationId, own, PasswordRules.LONGEST)
                    .ifPresent(objection -> wrong.add(new Violation("password", objection)));
        }
        return List.copyOf(wrong);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "NewStation[" + stationId + ", profile " + securityProfile + "]";
    }
}
