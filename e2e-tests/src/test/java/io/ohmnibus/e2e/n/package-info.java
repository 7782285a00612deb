/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block N. */
@NullMarked
package io.ohmnibus.e2e.n;

import org.jspecify.annotations.NullMarked;
