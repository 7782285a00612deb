/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** What the live stream tells of the stations of a tenant ({@link io.ohmnibus.platform.stream}). */
@NullMarked
package io.ohmnibus.station.stream;

import org.jspecify.annotations.NullMarked;
