/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.IdTokenInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What stations have in their lists, and what they should have: {@code local_list_entries}. */
@Component
final class ListEntries {

    /**
     * Tokens that a station should have, at the time {@code :now}: only what stations of both
     * versions can be told, no virtual tokens, which are of no use without the CSMS (C05), and none
     * that have hours, which a list cannot tell.
     */
    private static final String OF_STATION =
            """
            with rule as (
              select tokens, group_ids, refused from local_list_rules
              where tenant = :tenant and station_id in (:stationId, '')
              order by station_id desc limit 1),
            candidate as (
              select token.* from rule join tokens_in_effect token on token.tenant = :tenant
              where rule.tokens = 'All'
              union all
              select token.* from rule
                cross join lateral (
                  select unnest(rule.group_ids) as id
                  union select group_key from token_groups
                  where tenant = :tenant and path && rule.group_ids) member
                join tokens_in_effect token
                  on token.tenant = :tenant and token.group_key = member.id
              where rule.tokens = 'Groups'),
            standing as (
              select *, case
                  when status <> 'Accepted' then status
                  when group_refused is not null then group_refused
                  when valid_until <= :now then 'Expired'
                  when valid_from > :now then 'NotAtThisTime'
                  else 'Accepted' end as status_now
              from candidate),
            wanted as (
              select token.type, token.token_key, token.revision, token.status_now as status
              from rule, standing token
              where token.type in
                  ('eMAID', 'ISO14443', 'ISO15693', 'KeyCode', 'Local', 'MacAddress')
                and length(token.id_token) <= 36 and token.allowed_hours is null
                and (token.allowed_at is null
                  or jsonb_exists(cast(token.allowed_at as jsonb), :stationId))
                and (rule.refused or token.status_now = 'Accepted'))
            """;

    private final DatabaseClient database;

    ListEntries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A token that a station should be told about.
     *
     * @param removed how the station knows it, when it is to be removed; otherwise null
     */
    record Difference(String type, String tokenKey, @Nullable String removed) {}

    /** An entry of a list as the station was told. */
    record Entry(String type, String idToken, String status) {}

    /** The first tokens that a station should have. */
    Flux<Difference> wanted(StationKey station, Instant now, int most) {
        return differences(
                station,
                now,
                most,
                """
                select type, token_key, null as removed from wanted
                order by token_key, type limit :most
                """);
    }

    /**
     * The first differences between what a station should have and what it has; what is to go
     * first, so that there is room for the others.
     */
    Flux<Difference> differences(StationKey station, Instant now, int most) {
        return differences(
                station,
                now,
                most,
                """
                select type, token_key,
                  case when wanted.revision is null then entry.id_token end as removed
                from wanted full join (
                  select * from local_list_entries
                  where tenant = :tenant and station_id = :stationId) entry
                using (type, token_key)
                where wanted.revision is null or entry.revision is null
                  or wanted.revision > entry.revision or wanted.status <> entry.status
                order by wanted.revision is not null, token_key, type limit :most
                """);
    }

    private Flux<Difference> differences(StationKey station, Instant now, int most, String select) {
        return database.sql(OF_STATION + select)
                .bindProperties(station)
                .bind("now", now)
                .bind("most", most)
                .mapProperties(Difference.class)
                .all();
    }

    /** How many tokens a station should have; no more are counted than {@code enough}. */
    Mono<Long> count(StationKey station, Instant now, int enough) {
        return database.sql(
                        OF_STATION
                                + "select count(*) from (select 1 from wanted limit :enough) found")
                .bindProperties(station)
                .bind("now", now)
                .bind("enough", enough)
                .mapValue(Long.class)
                .one();
    }

    /** How many entries the station's list has after a change. */
    Mono<Long> countAfter(StationKey station, Collection<AuthorizationData> changes) {
        List<AuthorizationData> some = List.copyOf(changes);
        return database.sql(
                        """
                        with change as (
                          select * from unnest(:keys, :types, :listed)
                            as change (token_key, type, listed))
                        select count(*) from (
                            select token_key, type from local_list_entries
                            where tenant = :tenant and station_id = :stationId) entry
                          full join change using (token_key, type)
                        where coalesce(change.listed, true)
                        """)
                .bindProperties(station)
                .bind("types", all(some, String.class, one -> one.idToken().type()))
                .bind("keys", all(some, String.class, ListEntries::key))
                .bind("listed", all(some, Boolean.class, one -> one.idTokenInfo() != null))
                .mapValue(Long.class)
                .one();
    }

    /** The station's list is no more than this. */
    Mono<Void> replace(StationKey station, Collection<AuthorizationData> entries, long revision) {
        return database.sql(
                        """
                        delete from local_list_entries
                        where tenant = :tenant and station_id = :stationId
                        """)
                .bindProperties(station)
                .then()
                .then(change(station, entries, revision));
    }

    /** The station's list has these entries now, and those without a standing no more. */
    Mono<Void> change(StationKey station, Collection<AuthorizationData> changes, long revision) {
        List<AuthorizationData> listed =
                changes.stream().filter(one -> one.idTokenInfo() != null).toList();
        List<AuthorizationData> removed =
                changes.stream().filter(one -> one.idTokenInfo() == null).toList();
        return insert(station, listed, revision).then(delete(station, removed));
    }

    private Mono<Void> insert(StationKey station, List<AuthorizationData> entries, long revision) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into local_list_entries (tenant, station_id, type, token_key,
                          id_token, status, revision)
                        select :tenant, :stationId, type, token_key, id_token, status, :revision
                        from unnest(:types, :keys, :idTokens, :statuses)
                          as entry (type, token_key, id_token, status)
                        on conflict (tenant, station_id, token_key, type) do update
                          set id_token = excluded.id_token, status = excluded.status,
                            revision = excluded.revision
                        """)
                .bindProperties(station)
                .bind("types", all(entries, String.class, one -> one.idToken().type()))
                .bind("keys", all(entries, String.class, ListEntries::key))
                .bind("idTokens", all(entries, String.class, one -> one.idToken().idToken()))
                .bind("statuses", all(entries, String.class, ListEntries::status))
                .bind("revision", revision)
                .then();
    }

    private Mono<Void> delete(StationKey station, List<AuthorizationData> entries) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        delete from local_list_entries
                        where tenant = :tenant and station_id = :stationId
                          and (token_key, type) in (select * from unnest(:keys, :types))
                        """)
                .bindProperties(station)
                .bind("types", all(entries, String.class, one -> one.idToken().type()))
                .bind("keys", all(entries, String.class, ListEntries::key))
                .then();
    }

    private static String key(AuthorizationData entry) {
        return TokenKey.of("", entry.idToken()).key();
    }

    private static String status(AuthorizationData entry) {
        IdTokenInfo info = Objects.requireNonNull(entry.idTokenInfo());
        return info.status().wireName();
    }

    /** The entries of a list by token. */
    Mono<Page<Entry>> list(StationKey station, PageRequest page) {
        Cursor cursor = page.cursor();
        var select =
                database.sql(
                                """
                                select type, token_key, id_token, status from local_list_entries
                                where tenant = :tenant and station_id = :stationId
                                """
                                        + (cursor == null
                                                ? ""
                                                : " and (token_key, type) > (:key, :type)")
                                        + " order by token_key, type limit :limit")
                        .bindProperties(station)
                        .bind("limit", page.fetch());
        if (cursor != null) {
            select = select.bind("key", cursor.text(0)).bind("type", cursor.text(1));
        }
        return select.mapProperties(Row.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.tokenKey(), row.type())))
                .map(rows -> rows.map(row -> new Entry(row.type(), row.idToken(), row.status())));
    }

    private record Row(String type, String tokenKey, String idToken, String status) {}
}
