/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * A live stream of what happens in a tenant. A service adds events ({@link
 * io.ohmnibus.platform.stream.StreamedEvents}) and has a resource that opens {@link
 * io.ohmnibus.platform.stream.EventStreams}. Events are rows, written with their effect; every
 * stream reads them for itself, at its own speed, so any instance serves any client and a slow one
 * costs nothing but its socket.
 */
@NullMarked
package io.ohmnibus.platform.stream;

import org.jspecify.annotations.NullMarked;
