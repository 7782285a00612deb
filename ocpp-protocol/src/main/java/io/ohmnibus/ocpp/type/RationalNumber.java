/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number as ISO 15118-20 writes it.
 *
 * @param exponent the power of ten that scales the value
 */
@Since(OcppVersion.V2_1)
public record RationalNumber(int exponent, int value, @Nullable CustomData customData) {}
