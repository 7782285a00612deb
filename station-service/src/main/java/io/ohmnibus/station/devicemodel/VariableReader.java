/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads variables, which come in one row per attribute. */
final class VariableReader {

    private VariableReader() {}

    static VariableId id(Readable row) {
        return new VariableId(
                required(row, "component", String.class),
                optional(row, "component_instance", String.class),
                optional(row, "evse_id", Integer.class),
                optional(row, "connector_id", Integer.class),
                required(row, "variable", String.class),
                optional(row, "variable_instance", String.class));
    }

    static ReportedVariable read(Readable row) {
        ReportedVariable.Attribute attribute = attribute(row);
        return new ReportedVariable(
                required(row, "id", Long.class),
                id(row),
                new ReportedVariable.Characteristics(
                        optional(row, "unit", String.class),
                        optional(row, "data_type", String.class),
                        optional(row, "min_limit", BigDecimal.class),
                        optional(row, "max_limit", BigDecimal.class),
                        optional(row, "max_elements", Integer.class),
                        optional(row, "values_list", String.class),
                        optional(row, "supports_monitoring", Boolean.class)),
                attribute == null ? List.of() : List.of(attribute),
                required(row, "reported_at", Instant.class));
    }

    private static ReportedVariable.@Nullable Attribute attribute(Readable row) {
        String type = optional(row, "type", String.class);
        if (type == null) {
            return null;
        }
        return new ReportedVariable.Attribute(
                type,
                optional(row, "value", String.class),
                optional(row, "value_at", Instant.class),
                optional(row, "mutability", String.class),
                optional(row, "persistent", Boolean.class),
                optional(row, "constant", Boolean.class),
                setting(row));
    }

    private static ReportedVariable.@Nullable Setting setting(Readable row) {
        String status = optional(row, "set_status", String.class);
        if (status == null) {
            return null;
        }
        return new ReportedVariable.Setting(
                optional(row, "set_value", String.class),
                status,
                optional(row, "set_info", String.class),
                required(row, "set_at", Instant.class));
    }

    /** The rows of one variable as one. */
    static ReportedVariable merge(List<ReportedVariable> rows) {
        ReportedVariable first = rows.getFirst();
        return new ReportedVariable(
                first.row(),
                first.id(),
                first.characteristics(),
                rows.stream().flatMap(row -> row.attributes().stream()).toList(),
                first.reportedAt());
    }
}
