/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * How far the clocks of stations are from ours (pain 12): estimated from the times in what they
 * send, shown and told, and never used to put anything right or in order.
 */
@NullMarked
package io.ohmnibus.station.clock;

import org.jspecify.annotations.NullMarked;
