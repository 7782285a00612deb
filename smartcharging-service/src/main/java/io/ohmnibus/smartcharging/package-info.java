/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Charging profiles, limits, schedules, energy management and V2X: blocks K and Q. */
@NullMarked
package io.ohmnibus.smartcharging;

import org.jspecify.annotations.NullMarked;
