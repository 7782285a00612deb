/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block E. */
@NullMarked
package io.ohmnibus.e2e.e;

import org.jspecify.annotations.NullMarked;
