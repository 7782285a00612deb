/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** The places where stations stand. */
@NullMarked
package io.ohmnibus.station.location;

import org.jspecify.annotations.NullMarked;
