/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** One scenario per use case, a simulated station against the whole platform; all blocks. */
@NullMarked
package io.ohmnibus.e2e;

import org.jspecify.annotations.NullMarked;
