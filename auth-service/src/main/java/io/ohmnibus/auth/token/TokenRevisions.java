/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import java.time.Clock;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Numbers the changes of a tenant's tokens. Whoever takes a number holds the row until the
 * transaction ends, so that numbers are committed in their order and none appears late.
 */
@Component
public class TokenRevisions {

    private final DatabaseClient database;
    private final Clock clock;

    TokenRevisions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The number of a change that adds or alters tokens. */
    public Mono<Long> next(String tenant) {
        return next(tenant, false);
    }

    /** The number of a change that removes tokens. */
    Mono<Long> nextRemoval(String tenant) {
        return next(tenant, true);
    }

    private Mono<Long> next(String tenant, boolean removal) {
        return database.sql(
                        """
                        insert into token_revisions as known (tenant, revision, removal, spread_until)
                        values (:tenant, 1, case when :removal then 1 else 0 end, :now)
                        on conflict (tenant) do update set revision = known.revision + 1,
                          removal = case when :removal then known.revision + 1
                            else known.removal end
                        returning revision
                        """)
                .bind("tenant", tenant)
                .bind("removal", removal)
                .bind("now", clock.instant())
                .mapValue(Long.class)
                .one();
    }

    /** The number of the latest change that is committed; 0 before the first. */
    public Mono<Long> latest(String tenant) {
        return database.sql("select revision from token_revisions where tenant = :tenant")
                .bind("tenant", tenant)
                .mapValue(Long.class)
                .one()
                .defaultIfEmpty(0L);
    }
}
