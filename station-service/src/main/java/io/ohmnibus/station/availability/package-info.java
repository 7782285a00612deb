/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Availability of stations, EVSEs and connectors: G01, G03, G04, G05. */
@NullMarked
package io.ohmnibus.station.availability;

import org.jspecify.annotations.NullMarked;
