/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a station proved who it is when it connected.
 *
 * @param securityProfile 1, 2 or 3: the profile of the port that it came in by (Part 2, A, 1.3)
 * @param nextPassword whether the password was the one it is being changed to (A01), not the one
 *     that it replaces; always false with profile 3
 * @param certificateSerialNumber serial number of the client certificate, in lower-case hexadecimal
 *     digits without leading zeros; only with profile 3
 * @param certificateExpiresAt when that certificate expires; only with profile 3
 * @param certificateName common name of that certificate; only with profile 3, and null in values
 *     that older versions have written
 */
public record StationAuthentication(
        int securityProfile,
        boolean nextPassword,
        @Nullable String certificateSerialNumber,
        @Nullable Instant certificateExpiresAt,
        @Nullable String certificateName) {

    /** By HTTP Basic. */
    public static StationAuthentication password(int securityProfile, boolean nextPassword) {
        return new StationAuthentication(securityProfile, nextPassword, null, null, null);
    }

    /** By a client certificate, with security profile 3. */
    public static StationAuthentication certificate(
            String name, String serialNumber, Instant expiresAt) {
        return new StationAuthentication(3, false, serialNumber, expiresAt, name);
    }
}
