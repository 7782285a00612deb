/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.type.MutabilityEnum;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.ocpp.type.VariableAttribute;
import io.ohmnibus.ocpp.type.VariableCharacteristics;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One attribute of a variable on its way into the database, where many rows travel as JSON. */
record VariableRow(
        AttributeId id,
        @Nullable String value,
        @Nullable VariableAttribute attribute,
        @Nullable VariableCharacteristics characteristics) {

    /** The rows of one entry of a report, without values that must not be stored. */
    static Stream<VariableRow> of(ReportData data) {
        VariableId variable = VariableId.of(data.component(), data.variable());
        return data.variableAttribute().stream()
                .map(attribute ->
                        new VariableRow(
                                AttributeId.of(variable, attribute.type()),
                                hidden(variable, attribute) ? null : attribute.value(),
                                attribute,
                                data.variableCharacteristics()));
    }

    /** The row of a value alone. */
    static VariableRow of(AttributeId id, @Nullable String value) {
        return new VariableRow(id, id.variable().secret() ? null : value, null, null);
    }

    private static boolean hidden(VariableId variable, VariableAttribute attribute) {
        return variable.secret() || attribute.mutability() == MutabilityEnum.WRITE_ONLY;
    }

    /** Each attribute once, with the last of its rows: a statement cannot write a row twice. */
    static List<VariableRow> lastOfEach(Collection<VariableRow> rows) {
        Map<AttributeId, VariableRow> unique = new LinkedHashMap<>();
        rows.forEach(row -> unique.put(row.id().normalised(), row));
        return List.copyOf(unique.values());
    }

    /** The row by column names. */
    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        VariableId variable = id.variable();
        columns.put("component", variable.component());
        columns.put("component_instance", variable.componentInstance());
        columns.put("evse_id", variable.evseId());
        columns.put("connector_id", variable.connectorId());
        columns.put("variable", variable.variable());
        columns.put("variable_instance", variable.variableInstance());
        columns.put("type", id.type().wireName());
        columns.put("value", value);
        VariableAttribute described = attribute;
        if (described != null) {
            columns.put("mutability", wireName(described.mutability()));
            columns.put("persistent", described.persistent());
            columns.put("constant", described.constant());
        }
        VariableCharacteristics limits = characteristics;
        if (limits != null) {
            columns.put("unit", limits.unit());
            columns.put("data_type", limits.dataType().wireName());
            columns.put("min_limit", limits.minLimit());
            columns.put("max_limit", limits.maxLimit());
            columns.put("max_elements", limits.maxElements());
            columns.put("values_list", limits.valuesList());
            columns.put("supports_monitoring", limits.supportsMonitoring());
        }
        return columns;
    }

    private static @Nullable String wireName(@Nullable WireEnum constant) {
        return constant == null ? null : constant.wireName();
    }
}
