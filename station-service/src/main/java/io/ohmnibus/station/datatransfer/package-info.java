/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Messages that vendors define themselves: P01, P02. */
@NullMarked
package io.ohmnibus.station.datatransfer;

import org.jspecify.annotations.NullMarked;
