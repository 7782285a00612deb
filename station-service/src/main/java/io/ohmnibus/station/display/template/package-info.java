/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Display messages with places for values: {@code {{name}}} stands for a value of the caller, or
 * for what is known of the station.
 */
@NullMarked
package io.ohmnibus.station.display.template;

import org.jspecify.annotations.NullMarked;
