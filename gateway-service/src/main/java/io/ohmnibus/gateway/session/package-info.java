/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * One station's connection while it lasts. What the station sends is handled in order, one after
 * the other; results of our own CALLs pass by that queue, so that neither direction waits for the
 * other. DESIGN.md in this module tells how a session lives and ends.
 */
@NullMarked
package io.ohmnibus.gateway.session;

import org.jspecify.annotations.NullMarked;
