/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Scenarios of block H: reservations. */
@NullMarked
package io.ohmnibus.e2e.h;

import org.jspecify.annotations.NullMarked;
