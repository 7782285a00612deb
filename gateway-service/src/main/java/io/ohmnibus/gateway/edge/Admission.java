/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.security.StationPasswords;
import io.ohmnibus.platform.state.CompactedTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides whether a station may come in with security profile 1 (Part 2, A00). Without credentials
 * known and unknown identities get the same answer; with some, an unknown identity gets 404 as Part
 * 4, 3.3 wants it, after the work that a known one would have cost.
 */
@Component
final class Admission {

    private static final int PLAIN_WITH_BASIC = 1;

    private final CompactedTable<StationCredentials> credentials;
    private final StationPasswords passwords;

    Admission(CompactedTable<StationCredentials> credentials, StationPasswords passwords) {
        this.credentials = credentials;
        this.passwords = passwords;
    }

    /** Empty when the station may come in. */
    Optional<Refusal> check(StationKey station, @Nullable String authorization) {
        if (!credentials.ready()) {
            return Optional.of(Refusal.NOT_READY);
        }
        Optional<BasicAuthorization> basic = BasicAuthorization.parse(authorization);
        if (basic.isEmpty()) {
            return Optional.of(Refusal.NO_CREDENTIALS); // A00.FR.202, A00.FR.203
        }
        return check(station, basic.get());
    }

    private Optional<Refusal> check(StationKey station, BasicAuthorization basic) {
        StationCredentials known = credentials.get(station).orElse(null);
        String hash = known == null ? null : known.passwordHash();
        boolean right =
                hash == null
                        ? passwords.matchesNothing(basic.password())
                        : passwords.matches(basic.password(), hash);
        if (!basic.user().equals(station.stationId())) {
            return Optional.of(Refusal.OTHER_USER); // A00.FR.204, A00.FR.207
        }
        if (known == null) {
            return Optional.of(Refusal.UNKNOWN_STATION);
        }
        if (!right) {
            return Optional.of(Refusal.WRONG_PASSWORD); // A00.FR.207
        }
        return known.securityProfile() == PLAIN_WITH_BASIC
                ? Optional.empty()
                : Optional.of(Refusal.OTHER_PROFILE); // A00.FR.002
    }
}
