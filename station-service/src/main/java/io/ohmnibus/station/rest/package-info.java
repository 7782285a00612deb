/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Stations as a REST resource: registration, import, list, detail. */
@NullMarked
package io.ohmnibus.station.rest;

import org.jspecify.annotations.NullMarked;
