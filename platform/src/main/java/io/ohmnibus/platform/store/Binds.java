/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

import java.lang.reflect.Array;
import java.util.Base64;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Binds parameters that may be null, which {@code DatabaseClient} wants to be told apart. */
public final class Binds {

    private Binds() {}

    /** The statement with one more parameter. */
    public static GenericExecuteSpec bind(
            GenericExecuteSpec spec, String name, @Nullable Object value, Class<?> type) {
        return value == null ? spec.bindNull(name, type) : spec.bind(name, value);
    }

    /** One column of many rows as an array, to bind for {@code unnest}. */
    @SuppressWarnings("unchecked")
    public static <R, T> @Nullable T[] all(
            Collection<R> rows, Class<T> type, Function<R, ? extends @Nullable T> column) {
        return rows.stream().map(column).toArray(size -> (T[]) Array.newInstance(type, size));
    }

    /**
     * One column of bytes of many rows, to bind for {@code unnest} and {@code decode(...,
     * 'base64')}: the driver cannot bind arrays of {@code bytea}.
     */
    public static <R> String[] allBase64(Collection<R> rows, Function<R, byte[]> column) {
        Base64.Encoder encoder = Base64.getEncoder();
        return rows.stream()
                .map(row -> encoder.encodeToString(column.apply(row)))
                .toArray(String[]::new);
    }
}
