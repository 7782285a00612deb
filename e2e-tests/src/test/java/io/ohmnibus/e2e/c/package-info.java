/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block C. */
@NullMarked
package io.ohmnibus.e2e.c;

import org.jspecify.annotations.NullMarked;
