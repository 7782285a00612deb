/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** The load bench behind {@code ./run bench}. */
@NullMarked
package io.ohmnibus.bench;

import org.jspecify.annotations.NullMarked;
