/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** BootNotification: B01, B02, B03. */
@NullMarked
package io.ohmnibus.station.boot;

import org.jspecify.annotations.NullMarked;
