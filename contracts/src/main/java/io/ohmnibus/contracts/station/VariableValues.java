/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values that are known and not empty; none when the station has reported none.
 *
 * @param maxLimit what the variable may be at most, the smallest where there are several; null
 *     where the station has not told
 */
public record VariableValues(List<String> values, @Nullable BigDecimal maxLimit) {

    public VariableValues {
        values = List.copyOf(values);
    }
}
