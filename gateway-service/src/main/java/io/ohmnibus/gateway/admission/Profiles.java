/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import io.ohmnibus.contracts.auth.StationCredentials;
import org.jspecify.annotations.Nullable;

/** Which security profiles a station may use. */
final class Profiles {

    private Profiles() {}

    /** Its own (A00.FR.001, A05.FR.07), and during a change the next one too (A05). */
    static boolean allowed(StationCredentials station, SecurityProfile profile) {
        @Nullable Integer next = station.nextSecurityProfile();
        return station.securityProfile() == profile.number()
                || (next != null && next == profile.number());
    }
}
