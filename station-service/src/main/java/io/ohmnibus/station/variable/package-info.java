/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Sets and reads single variables: B05, B06. */
@NullMarked
package io.ohmnibus.station.variable;

import org.jspecify.annotations.NullMarked;
