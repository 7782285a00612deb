/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block P. */
@NullMarked
package io.ohmnibus.e2e.p;

import org.jspecify.annotations.NullMarked;
