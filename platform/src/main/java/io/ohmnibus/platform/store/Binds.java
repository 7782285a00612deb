/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.store;

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
}
