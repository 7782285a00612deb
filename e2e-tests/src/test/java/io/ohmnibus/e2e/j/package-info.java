/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block J. */
@NullMarked
package io.ohmnibus.e2e.j;

import org.jspecify.annotations.NullMarked;
