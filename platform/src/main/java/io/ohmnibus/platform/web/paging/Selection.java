/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.paging;

import io.ohmnibus.platform.web.Problem;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;

/** A query that grows by the conditions that are given. */
public final class Selection {

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final StringBuilder sql;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param select everything up to its first condition on the tenant
     */
    public Selection(String select, String tenant) {
        this.sql = new StringBuilder(select).append(" where tenant = :tenant");
        values.put("tenant", tenant);
    }

    /** Adds a condition unless its value is null. */
    public Selection and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            with(name, value);
        }
        return this;
    }

    /** Gives a value to another name in a condition. */
    public Selection with(String name, Object value) {
        if (!isStorable(value)) {
            throw Problem.badRequest(name, "is nothing that can be found");
        }
        values.put(name, value);
        return this;
    }

    /** No column holds NUL in a text, or a time outside the years that people write (A33, A49). */
    private static boolean isStorable(Object value) {
        return switch (value) {
            case String text -> text.indexOf('\0') < 0;
            case Instant time -> time.isAfter(EARLIEST) && time.isBefore(LATEST);
            default -> true;
        };
    }

    public DatabaseClient.GenericExecuteSpec on(DatabaseClient database, String order, int limit) {
        return database.sql(sql + " order by " + order + " limit :limit")
                .bindValues(values)
                .bind("limit", limit);
    }
}
