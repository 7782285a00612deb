/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Any number of variables read or set at once, in as many messages as the station needs, and what
 * became of each of them (B05, B06).
 */
@NullMarked
package io.ohmnibus.station.variable.request;

import org.jspecify.annotations.NullMarked;
