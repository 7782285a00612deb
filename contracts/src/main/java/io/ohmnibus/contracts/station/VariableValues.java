/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.contracts.station;

import java.util.List;

/** The values that are known and not empty; none when the station has reported none. */
public record VariableValues(List<String> values) {

    public VariableValues {
        values = List.copyOf(values);
    }
}
