/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sets how stations of the tenant in the key have to prove who they are, in place of what was set
 * before. Answered by {@link CredentialsRegistered}; what changed since does not change back when
 * the same registration asks twice, and one that was asked before another is refused after it, with
 * all its stations.
 *
 * @param registration new for every attempt to register stations
 * @param askedAt when that attempt was made
 * @param stations each once
 */
public record RegisterCredentials(UUID registration, Instant askedAt, List<Entry> stations) {

    /**
     * A station.
     *
     * @param securityProfile 1, 2 or 3 (Part 2, A, 1.3)
     * @param passwordHash what remains of the password for profiles 1 and 2; the password itself
     *     never travels. Null for profile 3
     */
    public record Entry(String stationId, int securityProfile, @Nullable String passwordHash) {}

    public RegisterCredentials {
        stations = List.copyOf(stations);
    }
}
