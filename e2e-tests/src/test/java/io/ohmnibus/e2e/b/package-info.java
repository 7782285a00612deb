/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block B. */
@NullMarked
package io.ohmnibus.e2e.b;

import org.jspecify.annotations.NullMarked;
