/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/** Firmware, logs, monitoring, event streams and customer information: blocks L and N. */
@NullMarked
package io.ohmnibus.firmware;

import org.jspecify.annotations.NullMarked;
