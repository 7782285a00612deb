/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * A live stream of what happens to the stations of a tenant. Events are rows, written with their
 * effect; every stream reads them for itself, at its own speed, so any instance serves any client
 * and a slow one costs nothing but its socket.
 */
@NullMarked
package io.ohmnibus.station.stream;

import org.jspecify.annotations.NullMarked;
