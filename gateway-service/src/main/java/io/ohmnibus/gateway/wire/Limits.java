/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import java.time.Duration;

/**
 * What a peer may do.
 *
 * @param maxFrame bytes of a message, inflated and joined
 * @param pingInterval silence after which it is pinged
 */
public record Limits(int maxFrame, Duration pingInterval) {

    /** Silence after which the peer counts as gone: seen at the third ping without any sign. */
    public Duration idleLimit() {
        return pingInterval.multipliedBy(5).dividedBy(2);
    }
}
