/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a station proves who it is: the value of the compacted topic {@code station.credentials},
 * which gateways hold in memory.
 *
 * @param securityProfile 1, 2 or 3 (Part 2, A, 1.3)
 * @param passwordHash for profiles 1 and 2
 */
public record StationCredentials(
        int securityProfile, @Nullable String passwordHash, Instant changedAt) {}
