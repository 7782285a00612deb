/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** What the stores of this service share around {@code DatabaseClient}. */
@NullMarked
package io.ohmnibus.station.store;

import org.jspecify.annotations.NullMarked;
