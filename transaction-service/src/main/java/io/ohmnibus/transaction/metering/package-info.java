/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Meter values (J01, J02): what stations measure, stored value by value, and what a register says
 * about the energy of a transaction. Values are kept as they were sent, with their own unit and
 * multiplier; only {@link io.ohmnibus.transaction.metering.Registers} converts.
 */
@NullMarked
package io.ohmnibus.transaction.metering;

import org.jspecify.annotations.NullMarked;
