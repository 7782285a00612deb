/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Tariffs, running and final cost, ad hoc payment and settlement: block I and use cases C17 to C25.
 */
@NullMarked
package io.ohmnibus.tariff;

import org.jspecify.annotations.NullMarked;
