/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** What the gateway tells the others: which station is connected, where, and since when. */
@NullMarked
package io.ohmnibus.contracts.gateway;

import org.jspecify.annotations.NullMarked;
