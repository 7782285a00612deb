/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** The frame journal of the gateways: switched on for a station, kept for some days, searched. */
@NullMarked
package io.ohmnibus.station.journal;

import org.jspecify.annotations.NullMarked;
