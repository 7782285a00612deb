/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Time lines of states, outages and uptime, counted by the rule in {@code docs/uptime.md}: from the
 * history of states (G01), of connections (G02), and the periods that do not count.
 */
@NullMarked
package io.ohmnibus.station.availability.uptime;

import org.jspecify.annotations.NullMarked;
