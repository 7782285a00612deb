/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Values in {@code jsonb} columns: what to bind, and how to read a column back. */
public final class JsonColumns {

    private final JsonMapper json;

    public JsonColumns(JsonMapper json) {
        this.json = json;
    }

    /** What to bind for a value. */
    public Json write(Object value) {
        return Json.of(json.writeValueAsBytes(value));
    }

    /** The value of a column that is never null. */
    public <T> T read(Readable row, String column, Class<T> type) {
        T value = readNullable(row, column, type);
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is null");
        }
        return value;
    }

    /** The value of a column, or null. */
    public <T> @Nullable T readNullable(Readable row, String column, Class<T> type) {
        byte[] bytes = bytes(row, column);
        return bytes == null ? null : json.readValue(bytes, type);
    }

    /** The JSON text of a column in UTF-8, or null. */
    public static byte @Nullable [] bytes(Readable row, String column) {
        Json value = row.get(column, Json.class);
        return value == null ? null : value.asArray();
    }
}
