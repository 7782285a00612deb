/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * The port for stations: who may come in, and in which version of OCPP (Part 4, 3). What comes in
 * becomes a session.
 */
@NullMarked
package io.ohmnibus.gateway.edge;

import org.jspecify.annotations.NullMarked;
