/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block D. */
@NullMarked
package io.ohmnibus.e2e.d;

import org.jspecify.annotations.NullMarked;
