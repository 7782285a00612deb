/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.devicemodel;

import io.ohmnibus.ocpp.type.DataEnum;
import io.ohmnibus.station.store.WireNames;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variable with all that is known of it.
 *
 * @param row where it stands in lists
 * @param reportedAt when the station mentioned it last
 */
public record ReportedVariable(
        long row,
        VariableId id,
        Characteristics characteristics,
        List<Attribute> attributes,
        Instant reportedAt) {

    public ReportedVariable {
        attributes = List.copyOf(attributes);
    }

    /** Whether the station has another value by now than the CSMS gave it (pain 25). */
    public boolean drifted() {
        String name = characteristics.dataType();
        DataEnum dataType = name == null ? null : WireNames.find(DataEnum.class, name);
        return attributes.stream().anyMatch(attribute -> attribute.drifted(dataType));
    }

    /** What values it can have; empty where the station never told. */
    public record Characteristics(
            @Nullable String unit,
            @Nullable String dataType,
            @Nullable BigDecimal minLimit,
            @Nullable BigDecimal maxLimit,
            @Nullable Integer maxElements,
            @Nullable String valuesList,
            @Nullable Boolean supportsMonitoring) {}

    /**
     * One of its attributes.
     *
     * @param valueAt when the platform learnt the value
     */
    public record Attribute(
            String type,
            @Nullable String value,
            @Nullable Instant valueAt,
            @Nullable String mutability,
            @Nullable Boolean persistent,
            @Nullable Boolean constant,
            @Nullable Setting set) {

        private boolean drifted(@Nullable DataEnum dataType) {
            Setting setting = set;
            String given = setting == null ? null : setting.value();
            return setting != null
                    && given != null
                    && setting.taken()
                    && valueAt != null
                    && valueAt.isAfter(setting.at())
                    && (value == null || !VariableValue.same(dataType, given, value));
        }
    }

    /**
     * What the CSMS set last.
     *
     * @param value null where it must not be stored
     */
    public record Setting(
            @Nullable String value, String status, @Nullable String info, Instant at) {

        boolean taken() {
            return status.equals("Accepted") || status.equals("RebootRequired");
        }
    }
}
