/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** Small things that several stores need around {@code DatabaseClient}. */
@NullMarked
package io.ohmnibus.platform.store;

import org.jspecify.annotations.NullMarked;
