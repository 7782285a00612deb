/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Breaks every rule. */
@NullMarked
package io.ohmnibus.example.bad;

import org.jspecify.annotations.NullMarked;
