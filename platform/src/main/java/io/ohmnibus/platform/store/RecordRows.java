/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.r2dbc.spi.Readable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record as a row of a table: its components are columns of the same name in snake case. Reads a
 * row by the places of its columns, and writes many rows as one JSON array for {@code
 * json_populate_recordset} or {@code json_to_recordset}, so that all of them are one statement.
 *
 * @param <R> lists in it are arrays of text
 */
public final class RecordRows<R extends Record> {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .changeDefaultPropertyInclusion(
                            usual -> usual.withValueInclusion(Include.NON_NULL))
                    .build();

    private final List<String> columns;
    private final Class<?>[] types;
    private final MethodHandle constructor;

    private RecordRows(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        columns =
                Arrays.stream(components).map(component -> snakeCase(component.getName())).toList();
        Class<?>[] declared =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        types =
                Arrays.stream(declared)
                        .map(one -> MethodType.methodType(one).wrap().returnType())
                        .toArray(Class<?>[]::new);
        constructor = constructor(type, declared);
    }

    private static MethodHandle constructor(Class<?> type, Class<?>[] parameters) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(parameters);
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no canonical constructor", e);
        }
    }

    public static <R extends Record> RecordRows<R> of(Class<R> type) {
        return new RecordRows<>(type);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The columns in the order in which {@link #read} expects them, for instance {@code t.id}. */
    public String columns(String prefix) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }

    /** A row of a query whose first columns are {@link #columns}. */
    @SuppressWarnings("unchecked")
    public R read(Readable row) {
        @Nullable Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i);
        }
        try {
            Object read = constructor.invokeExact(values);
            return (R) read;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object value(Readable row, int place) {
        if (types[place] == List.class) {
            String[] texts = row.get(place, String[].class);
            return texts == null ? null : List.of(texts);
        }
        return row.get(place, types[place]);
    }

    /** The rows as a JSON array, to bind and to cast to {@code json}. */
    public String write(Collection<R> rows) {
        return new String(JSON.writeValueAsBytes(rows), StandardCharsets.UTF_8);
    }
}
