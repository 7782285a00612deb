/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** A query that grows by the conditions that are given. */
final class Selection {

    private final StringBuilder sql;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param select everything up to its first condition on the tenant
     */
    Selection(String select, String tenant) {
        this.sql = new StringBuilder(select).append(" where tenant = :tenant");
        values.put("tenant", tenant);
    }

    /** Adds a condition unless its value is null. */
    Selection and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
        return this;
    }

    /** Gives a value to another name in a condition. */
    Selection with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    DatabaseClient.GenericExecuteSpec on(DatabaseClient database, String order, int limit) {
        return database.sql(sql + " order by " + order + " limit :limit")
                .bindValues(values)
                .bind("limit", limit);
    }
}
