/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.RuleViolation;
import java.util.List;

/** Which changes of the security profile are begun (A00.FR.005, A05). */
final class ProfileRules {

    private ProfileRules() {}

    /** Fails with the requirement that stands against the change. */
    static void check(StationCredentials current, int to, CsmsProperties csms) {
        int from = current.securityProfile();
        require(to >= 1 && to <= 3, "A00.FR.001", "there are the profiles 1, 2 and 3");
        require(to != from, "A00.FR.001", "the station uses this profile");
        require( // A05.FR.08, A05.FR.09
                to > from || (from == 3 && to == 2),
                "A00.FR.005",
                "a profile is not lowered, except from 3 to 2");
        require(
                csms.urls().containsKey(to),
                "A05.FR.04",
                "no URL is configured for this profile: ohmnibus.csms.urls");
        require(
                from > 1 || csms.root() != null,
                "A05.FR.02",
                "no root certificate is configured for stations: ohmnibus.csms.root");
        List<String> certificates = current.certificates();
        require(
                to < 3 || (certificates != null && !certificates.isEmpty()),
                "A05.FR.03",
                "the station has no certificate that is valid; renew or add one first");
        require(
                to > 2 || current.passwordHash() != null,
                "A00.FR.302",
                "the station has no password; change it first");
    }

    private static void require(boolean holds, String requirement, String text) {
        if (!holds) {
            throw new RuleViolation(requirement, text);
        }
    }
}
