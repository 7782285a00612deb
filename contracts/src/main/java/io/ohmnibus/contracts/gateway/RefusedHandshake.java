/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection that a gateway did not let in: the value of {@code gateway.refusals}. Texts that
 * come from the peer are cut, and hold no control characters; they may be anything else.
 *
 * @param gateway ordinal of the gateway instance
 * @param tenant of the station that it claimed to be; null when it named none
 * @param station who it claimed to be, or the path that can be nobody's; empty when it did not come
 *     so far. By the name in its certificate when that is not trusted (CLIENT_CERTIFICATE)
 * @param address address and port of the peer
 * @param securityProfile 1, 2 or 3: that of the port it came to
 * @param reason such as {@code WRONG_PASSWORD}
 * @param detail more about the reason, for people
 */
public record RefusedHandshake(
        Instant at,
        int gateway,
        @Nullable String tenant,
        String station,
        String address,
        int securityProfile,
        String reason,
        String detail) {}
