/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Reads the device model when it may have changed: B07.FR.14, and after reboots. */
@NullMarked
package io.ohmnibus.station.inventory;

import org.jspecify.annotations.NullMarked;
