/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Groups of stations, which an operator makes to manage many at once. */
@NullMarked
package io.ohmnibus.station.group;

import org.jspecify.annotations.NullMarked;
