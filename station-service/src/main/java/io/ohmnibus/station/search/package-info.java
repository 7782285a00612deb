/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Finds stations across the fleet by what they are and by the values of their variables. */
@NullMarked
package io.ohmnibus.station.search;

import org.jspecify.annotations.NullMarked;
