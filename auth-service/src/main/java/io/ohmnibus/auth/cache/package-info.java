/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Authorization caches of stations (C10, C11): when they were cleared. */
@NullMarked
package io.ohmnibus.auth.cache;

import org.jspecify.annotations.NullMarked;
