/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Keeps to every rule. */
@NullMarked
package io.ohmnibus.example.good;

import org.jspecify.annotations.NullMarked;
