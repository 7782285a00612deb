/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * An estimate of a station's clock.
 *
 * @param ahead of ours; negative when it is behind. What the message took on its way is in it
 * @param measuredAt when the message came
 * @param beyond whether that is more than the bound
 * @param since when it came to be beyond the bound, or within it
 */
public record ClockSkew(Duration ahead, Instant measuredAt, boolean beyond, Instant since) {}
