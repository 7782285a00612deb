/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

import java.time.Instant;

/**
 * The clock of a station came to be further from ours than the configured bound, or within it
 * again. An estimate: what a message took on its way is in it.
 *
 * @param aheadMillis by how much it is ahead of ours; negative when it is behind
 * @param beyondBound whether that is more than the bound
 * @param at when the message that shows it was received
 */
public record ClockSkewChanged(long aheadMillis, boolean beyondBound, Instant at) {}
