/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block G. */
@NullMarked
package io.ohmnibus.e2e.g;

import org.jspecify.annotations.NullMarked;
