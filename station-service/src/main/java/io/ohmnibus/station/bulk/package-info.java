/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * The register as files: stations, EVSEs and connectors, locations and groups come in and go out as
 * CSV or JSON. Each line of an import stands for itself; lines are stored many at a time.
 */
@NullMarked
package io.ohmnibus.station.bulk;

import org.jspecify.annotations.NullMarked;
