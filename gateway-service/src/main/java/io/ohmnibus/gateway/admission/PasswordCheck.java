/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.gateway.StationAuthentication;
import io.ohmnibus.platform.security.StationPasswords;
import io.ohmnibus.platform.state.CompactedTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * HTTP Basic, for security profiles 1 and 2 (A00.FR.202 to A00.FR.207, A00.FR.301 to A00.FR.304,
 * A00.FR.324). Without credentials known and unknown identities get the same answer; with some, an
 * unknown identity gets 404 as Part 4, 3.3 wants it, after the work that a known one would have
 * cost.
 */
@Component
final class PasswordCheck {

    private final CompactedTable<StationCredentials> credentials;
    private final StationPasswords passwords;

    PasswordCheck(CompactedTable<StationCredentials> credentials, StationPasswords passwords) {
        this.credentials = credentials;
        this.passwords = passwords;
    }

    Decision check(Knock knock) {
        Optional<BasicAuthorization> basic = BasicAuthorization.parse(knock.authorization());
        if (basic.isEmpty()) {
            return Decision.refused(Refusal.NO_CREDENTIALS); // A00.FR.203, A00.FR.302
        }
        return check(knock, basic.get());
    }

    private Decision check(Knock knock, BasicAuthorization basic) {
        StationCredentials known = credentials.get(knock.station()).orElse(null);
        boolean current = matches(basic, known == null ? null : known.passwordHash());
        boolean next = matches(basic, known == null ? null : known.nextPasswordHash()); // A01
        if (!basic.user().equals(knock.station().stationId())) {
            return Decision.refused(Refusal.OTHER_USER); // A00.FR.204, A00.FR.207
        }
        if (known == null) {
            return Decision.refused(Refusal.UNKNOWN_STATION);
        }
        if (!current && !next) {
            return Decision.refused(Refusal.WRONG_PASSWORD); // A00.FR.207, A00.FR.324
        }
        return Profiles.allowed(known, knock.profile())
                ? new Decision.Admitted(
                        StationAuthentication.password(knock.profile().number(), !current))
                : Decision.refused(Refusal.OTHER_PROFILE); // A00.FR.002
    }

    /** Costs the same whether there is a password or not. */
    private boolean matches(BasicAuthorization basic, @Nullable String hash) {
        return hash == null
                ? passwords.matchesNothing(basic.password())
                : passwords.matches(basic.password(), hash);
    }
}
