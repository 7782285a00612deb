/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** How long it is remembered what happened to stations. */
@NullMarked
package io.ohmnibus.station.retention;

import org.jspecify.annotations.NullMarked;
