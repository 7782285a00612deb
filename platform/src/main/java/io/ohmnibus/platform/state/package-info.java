/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Small facts that every instance needs at hand, shared through compacted topics. */
@NullMarked
package io.ohmnibus.platform.state;

import org.jspecify.annotations.NullMarked;
