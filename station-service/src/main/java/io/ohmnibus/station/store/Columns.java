/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.store;

import io.ohmnibus.ocpp.WireEnum;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Values on their way between records and table columns. */
public final class Columns {

    private Columns() {}

    /** A value to bind that may be missing. */
    public static Parameter nullable(@Nullable Object value, Class<?> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    /** The wire name to bind of a constant that may be missing. */
    public static Parameter wire(@Nullable WireEnum constant) {
        return nullable(constant == null ? null : constant.wireName(), String.class);
    }

    /** A column that is declared not null. */
    public static <T> T required(Readable row, String column, Class<T> type) {
        T value = row.get(column, type);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }

    /** A column that may be null. */
    public static <T> @Nullable T optional(Readable row, String column, Class<T> type) {
        return row.get(column, type);
    }

    /** The constant whose wire name stands in a column. */
    public static <E extends Enum<E> & WireEnum> E constant(
            Readable row, String column, Class<E> type) {
        return constant(type, required(row, column, String.class));
    }

    /** The constant whose wire name stands in a column, or null. */
    public static <E extends Enum<E> & WireEnum> @Nullable E optionalConstant(
            Readable row, String column, Class<E> type) {
        String name = optional(row, column, String.class);
        return name == null ? null : constant(type, name);
    }

    private static <E extends Enum<E> & WireEnum> E constant(Class<E> type, String wireName) {
        E found = WireNames.find(type, wireName);
        if (found == null) {
            throw new IllegalStateException(wireName + " is not a " + type.getSimpleName());
        }
        return found;
    }
}
