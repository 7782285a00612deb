/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import java.time.Instant;
import java.util.List;

/**
 * Takes back what {@link RegisterCredentials} set for stations of the tenant in the key that never
 * became known, when that was asked before. Answered by {@link CredentialsWithdrawn}.
 *
 * @param askedAt what was registered since stays
 * @param stations each once
 */
public record WithdrawCredentials(Instant askedAt, List<String> stations) {

    public WithdrawCredentials {
        stations = List.copyOf(stations);
    }
}
