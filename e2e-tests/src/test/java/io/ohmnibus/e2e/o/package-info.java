/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block O. */
@NullMarked
package io.ohmnibus.e2e.o;

import org.jspecify.annotations.NullMarked;
