/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** What station-service tells the others: registration, boots, availability. */
@NullMarked
package io.ohmnibus.contracts.station;

import org.jspecify.annotations.NullMarked;
