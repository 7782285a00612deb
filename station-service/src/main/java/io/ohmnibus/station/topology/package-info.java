/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** The EVSEs and connectors of stations, learnt from what they say. */
@NullMarked
package io.ohmnibus.station.topology;

import org.jspecify.annotations.NullMarked;
