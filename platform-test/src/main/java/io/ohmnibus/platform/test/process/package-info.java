/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Services in processes of their own, for tests that kill, pause and restart them; no functional
 * block.
 *
 * <p>Every process ends with the test's, however that ends.
 */
@NullMarked
package io.ohmnibus.platform.test.process;

import org.jspecify.annotations.NullMarked;
