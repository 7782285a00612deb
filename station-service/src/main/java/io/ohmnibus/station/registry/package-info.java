/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** The stations that may connect, and what the platform answers when they boot. */
@NullMarked
package io.ohmnibus.station.registry;

import org.jspecify.annotations.NullMarked;
