/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** The events that stations report: N07, and N08, which comes in the same message. */
@NullMarked
package io.ohmnibus.firmware.event;

import org.jspecify.annotations.NullMarked;
