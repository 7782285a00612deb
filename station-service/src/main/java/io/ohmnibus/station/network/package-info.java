/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** How stations reach a CSMS: network profiles in configuration slots (B09). */
@NullMarked
package io.ohmnibus.station.network;

import org.jspecify.annotations.NullMarked;
