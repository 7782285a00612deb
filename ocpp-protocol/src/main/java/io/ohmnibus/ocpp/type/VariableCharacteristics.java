/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.type;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.Since;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The data type, unit and limits of a variable. */
public record VariableCharacteristics(
        @Length(max = 16) @Nullable String unit,
        DataEnum dataType,
        @Nullable BigDecimal minLimit,
        @Nullable BigDecimal maxLimit,
        @Since(OcppVersion.V2_1) @Range(min = 1) @Nullable Integer maxElements,
        @Length(max = 1000) @Nullable String valuesList,
        boolean supportsMonitoring,
        @Nullable CustomData customData) {}
