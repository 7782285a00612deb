/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Reset of stations and EVSEs: B11, B12, B13. */
@NullMarked
package io.ohmnibus.station.reset;

import org.jspecify.annotations.NullMarked;
