/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the lists that changes of tokens concern: those that have such a token, and those that
 * should. A change is also that the time has come from which, or until which, a token counts.
 */
@Component
final class ListSpread {

    private static final Duration LOOK_AT_TIMES = Duration.ofMinutes(1);

    private static final String SPREAD =
            """
            with changed as materialized (
              select type, token_key, group_path, allowed_at from tokens_in_effect
              where tenant = :tenant and revision > :spread
              union all
              select type, token_key, group_path, allowed_at from tokens_in_effect
              where tenant = :tenant and valid_until > :from and valid_until <= :now
              union all
              select type, token_key, group_path, allowed_at from tokens_in_effect
              where tenant = :tenant and valid_from > :from and valid_from <= :now)
            update local_lists list set due_at = :now
            where tenant = :tenant and managed and (
              exists (
                select 1 from changed join lateral (
                  select tokens, group_ids from local_list_rules rule
                  where rule.tenant = list.tenant
                    and rule.station_id in (list.station_id, '')
                  order by rule.station_id desc limit 1) rule
                on rule.tokens = 'All' or (rule.tokens = 'Groups'
                    and changed.group_path && rule.group_ids)
                where changed.allowed_at is null or jsonb_exists(
                    cast(changed.allowed_at as jsonb), list.station_id))
              or exists (
                select 1 from changed join local_list_entries entry
                  using (type, token_key)
                where entry.tenant = list.tenant
                  and entry.station_id = list.station_id)
              or (:removed and exists (
                select 1 from local_list_entries entry
                where entry.tenant = list.tenant
                  and entry.station_id = list.station_id
                  and not exists (select 1 from tokens known
                    where known.tenant = entry.tenant and known.type = entry.type
                      and known.token_key = entry.token_key))))
            """;

    /** What happened to a tenant's tokens since the lists were last told. */
    private record Change(
            String tenant, long revision, long removal, long spread, Instant spreadUntil) {}

    private final DatabaseClient database;
    private final Clock clock;

    ListSpread(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Makes lists due, in the current transaction. */
    Mono<Void> spread() {
        return changes().concatMap(change -> spread(change).then(mark(change))).then();
    }

    private Flux<Change> changes() {
        return database.sql(
                        """
                        select tenant, revision, removal, spread, spread_until
                        from token_revisions
                        where (revision > spread or spread_until < :horizon)
                          and exists (select 1 from local_lists
                            where local_lists.tenant = token_revisions.tenant and managed)
                        for update skip locked
                        """)
                .bind("horizon", clock.instant().minus(LOOK_AT_TIMES))
                .mapProperties(Change.class)
                .all();
    }

    private Mono<Void> spread(Change change) {
        return database.sql(SPREAD)
                .bind("tenant", change.tenant())
                .bind("spread", change.spread())
                .bind("from", change.spreadUntil())
                .bind("removed", change.removal() > change.spread())
                .bind("now", clock.instant())
                .then();
    }

    private Mono<Void> mark(Change change) {
        return database.sql(
                        """
                        update token_revisions set spread = :revision, spread_until = :now
                        where tenant = :tenant
                        """)
                .bind("tenant", change.tenant())
                .bind("revision", change.revision())
                .bind("now", clock.instant())
                .then();
    }
}
