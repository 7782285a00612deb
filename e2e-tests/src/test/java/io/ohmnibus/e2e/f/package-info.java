/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Scenarios of block F. */
@NullMarked
package io.ohmnibus.e2e.f;

import org.jspecify.annotations.NullMarked;
