/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code local_list_rules}. A rule of a station stands instead of that of its tenant. */
@Component
final class LocalListRules {

    /** In place of a station: the rule of all that have none of their own. */
    static final String ALL_STATIONS = "";

    private final DatabaseClient database;
    private final Clock clock;

    LocalListRules(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The rule of a station, or of {@link #ALL_STATIONS}. */
    Mono<LocalListRule> find(String tenant, String stationId) {
        return database.sql(
                        """
                        select tokens, group_ids, refused from local_list_rules
                        where tenant = :tenant and station_id = :station
                        """)
                .bind("tenant", tenant)
                .bind("station", stationId)
                .map(LocalListRules::rule)
                .one();
    }

    private static LocalListRule rule(Readable row) {
        String[] groups = Objects.requireNonNull(row.get("group_ids", String[].class));
        return new LocalListRule(
                LocalListRule.Tokens.valueOf(
                        Objects.requireNonNull(row.get("tokens", String.class))),
                groups.length == 0 ? null : List.of(groups),
                row.get("refused", Boolean.class));
    }

    /** Enters a rule, and has all lists that it is about looked at, in the current transaction. */
    Mono<Void> put(String tenant, String stationId, LocalListRule rule, String by) {
        return database.sql(
                        """
                        insert into local_list_rules
                          (tenant, station_id, tokens, group_ids, refused, changed_by, changed_at)
                        values (:tenant, :station, :tokens, :groups, :refused, :by, :now)
                        on conflict (tenant, station_id) do update set tokens = excluded.tokens,
                          group_ids = excluded.group_ids, refused = excluded.refused,
                          changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .bind("tenant", tenant)
                .bind("station", stationId)
                .bind("tokens", Objects.requireNonNull(rule.tokens()).name())
                .bind("groups", rule.groupKeys())
                .bind("refused", rule.listsRefused())
                .bind("by", by)
                .bind("now", clock.instant())
                .then()
                .then(manage(tenant, stationId))
                .then(look(tenant, stationId));
    }

    /** Removes a rule; lists that no rule is about any more are emptied. False without one. */
    Mono<Boolean> remove(String tenant, String stationId) {
        return database.sql(
                        """
                        delete from local_list_rules
                        where tenant = :tenant and station_id = :station
                        """)
                .bind("tenant", tenant)
                .bind("station", stationId)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .delayUntil(removed -> removed ? look(tenant, stationId) : Mono.empty());
    }

    /** A list for each station that the rule is about. */
    private Mono<Void> manage(String tenant, String stationId) {
        return database.sql(
                        """
                        insert into local_lists (tenant, station_id, managed, status, version,
                          trusted, verify, due_at, attempts)
                        select tenant, station_id, true, 'Pending', 0, false, false, :now, 0
                        from station_credentials
                        where tenant = :tenant and (:station = '' or station_id = :station)
                        on conflict (tenant, station_id) do update set managed = true
                        """)
                .bind("tenant", tenant)
                .bind("station", stationId)
                .bind("now", clock.instant())
                .then();
    }

    private Mono<Void> look(String tenant, String stationId) {
        return database.sql(
                        """
                        update local_lists set due_at = :now, attempts = 0
                        where tenant = :tenant and managed and (station_id = :station
                          or :station = '' and not exists (select 1 from local_list_rules own
                            where own.tenant = local_lists.tenant
                              and own.station_id = local_lists.station_id))
                        """)
                .bind("tenant", tenant)
                .bind("station", stationId)
                .bind("now", clock.instant())
                .then();
    }
}
