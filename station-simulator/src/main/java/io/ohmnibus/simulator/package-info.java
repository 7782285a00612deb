/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Scriptable charging stations that speak OCPP 2.1 and 2.0.1; the station side of all blocks. */
@NullMarked
package io.ohmnibus.simulator;

import org.jspecify.annotations.NullMarked;
