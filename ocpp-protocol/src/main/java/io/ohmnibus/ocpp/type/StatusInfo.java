/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.constraint.Length;
import org.jspecify.annotations.Nullable;

/** Why a status is what it is. */
public record StatusInfo(
        @Length(max = 20, descriptive = true) String reasonCode,
        @Length(max = 1024, max201 = 512, descriptive = true) @Nullable String additionalInfo,
        @Nullable CustomData customData) {}
