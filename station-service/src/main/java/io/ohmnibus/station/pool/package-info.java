/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Stations that were seen at a gateway and are not registered. None is let in: an operator claims
 * one, which registers it with credentials; what the station itself says proves nothing.
 */
@NullMarked
package io.ohmnibus.station.pool;

import org.jspecify.annotations.NullMarked;
