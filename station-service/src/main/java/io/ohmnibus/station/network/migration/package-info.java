/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** The supervised migration of stations to another network profile, with its way back (B10). */
@NullMarked
package io.ohmnibus.station.network.migration;

import org.jspecify.annotations.NullMarked;
