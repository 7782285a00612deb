/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
/**
 * Signed meter values (J01.FR.21, J02.FR.21): kept byte for byte as the meter made them, and
 * verified when somebody asks, so that events pay nothing for it. What a meter signs, and how the
 * signature is packed, each {@link io.ohmnibus.transaction.signed.MeterDataFormat} knows for one
 * encoding method; OCMF is there.
 */
@NullMarked
package io.ohmnibus.transaction.signed;

import org.jspecify.annotations.NullMarked;
