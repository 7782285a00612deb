/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Stations that are as cheap as stations can be, and the ways to drive them. */
@NullMarked
package io.ohmnibus.bench.load;

import org.jspecify.annotations.NullMarked;
