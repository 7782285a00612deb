/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block A. */
@NullMarked
package io.ohmnibus.e2e.a;

import org.jspecify.annotations.NullMarked;
