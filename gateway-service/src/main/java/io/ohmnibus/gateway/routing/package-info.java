/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Which station is where, and the way of a command to it. The router of a partition knows the
 * stations of that partition and hands each command to the instance that holds the station; the
 * instance gives it to the session.
 */
@NullMarked
package io.ohmnibus.gateway.routing;

import org.jspecify.annotations.NullMarked;
