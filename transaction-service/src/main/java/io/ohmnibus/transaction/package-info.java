/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */

/**
 * Transactions, metering, remote control, reservation and battery swap: blocks E, F, H, J and S.
 */
@NullMarked
package io.ohmnibus.transaction;

import org.jspecify.annotations.NullMarked;
