/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * The device model of a simulated station (Part 1, 4; use cases B05 to B08): which variables there
 * are is shared by all stations of one shape, only values that differ are kept per station.
 */
@NullMarked
package io.ohmnibus.simulator.model;

import org.jspecify.annotations.NullMarked;
