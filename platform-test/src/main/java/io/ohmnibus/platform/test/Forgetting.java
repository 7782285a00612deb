/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test;

import io.ohmnibus.platform.retention.OldRows;
import io.ohmnibus.platform.retention.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;

/** Rows of a tenant that nobody else has, and what is left of them when old ones are forgotten. */
public final class Forgetting {

    /** When it is. */
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final String tenant = "t" + UUID.randomUUID();
    private final DatabaseClient database;
    private final Retention retention;

    public Forgetting(DatabaseClient database, OldRows... old) {
        this.database = database;
        this.retention = new Retention(database, List.of(old), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Runs a statement, in which TENANT is the tenant and {@code :at} so many days ago. */
    public void run(String sql, int daysAgo) {
        database.sql(sql.replace("TENANT", "'" + tenant + "'"))
                .bind("at", NOW.minus(Duration.ofDays(daysAgo)))
                .then()
                .block();
    }

    /** Forgets what is old; how many rows, those of others too. */
    public long forget() {
        return retention.forget().blockOptional().orElseThrow();
    }

    /** A column of what is left of the tenant's rows, in order. */
    public List<String> left(String table, String column) {
        return database.sql(
                        "select %1$s::text as v from %2$s where tenant = :tenant order by 1"
                                .formatted(column, table))
                .bind("tenant", tenant)
                .map(row -> String.valueOf(row.get("v", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
