/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/**
 * A further identification beside a token, such as a PIN, of a type that operator and station have
 * agreed on.
 */
public record AdditionalInfo(
        @Length(max = 255, max201 = 36) String additionalIdToken,
        @Length(max = 50) String type,
        @Nullable CustomData customData) {}
