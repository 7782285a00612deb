/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import java.time.Duration;

/**
 * What a peer may do.
 *
 * @param maxFrame bytes of a message, inflated and joined
 * @param pingInterval silence after which it is pinged; after three it counts as gone
 */
public record Limits(int maxFrame, Duration pingInterval) {}
