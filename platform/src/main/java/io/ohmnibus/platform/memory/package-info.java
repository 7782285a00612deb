/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** What an instance remembers for itself, as far as there is room for it. */
@NullMarked
package io.ohmnibus.platform.memory;

import org.jspecify.annotations.NullMarked;
