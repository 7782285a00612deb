/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display.template;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresDisplayTemplates implements DisplayTemplates {

    private final DatabaseClient database;

    PostgresDisplayTemplates(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> put(String tenant, DisplayTemplate template) {
        return database.sql(
                        """
                        insert into display_templates (tenant, name, message, changed_at)
                        values (:tenant, :name, :message, :at)
                        on conflict (tenant, name) do update set message = excluded.message,
                            changed_at = excluded.changed_at
                        """)
                .bind("tenant", tenant)
                .bind("name", template.name())
                .bind("message", template.message())
                .bind("at", template.changedAt())
                .then();
    }

    @Override
    public Mono<DisplayTemplate> find(String tenant, String name) {
        return database.sql(
                        """
                        select * from display_templates where tenant = :tenant and name = :name
                        """)
                .bind("tenant", tenant)
                .bind("name", name)
                .map(PostgresDisplayTemplates::read)
                .one();
    }

    @Override
    public Flux<DisplayTemplate> list(String tenant, @Nullable String after, int limit) {
        return database.sql(
                        """
                        select * from display_templates where tenant = :tenant
                            and (cast(:after as text) is null or name > :after)
                        order by name limit :limit
                        """)
                .bind("tenant", tenant)
                .bind("after", nullable(after, String.class))
                .bind("limit", limit)
                .map(PostgresDisplayTemplates::read)
                .all();
    }

    @Override
    public Mono<Boolean> remove(String tenant, String name) {
        return database.sql("delete from display_templates where tenant = :tenant and name = :name")
                .bind("tenant", tenant)
                .bind("name", name)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static DisplayTemplate read(Readable row) {
        return new DisplayTemplate(
                required(row, "name", String.class),
                required(row, "message", String.class),
                required(row, "changed_at", Instant.class));
    }
}
