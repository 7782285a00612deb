/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/** How long it is remembered what stations reported ({@link io.ohmnibus.platform.retention}). */
@NullMarked
package io.ohmnibus.firmware.retention;

import org.jspecify.annotations.NullMarked;
