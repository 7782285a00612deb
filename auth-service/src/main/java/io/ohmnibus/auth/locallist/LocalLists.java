/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import static io.ohmnibus.platform.store.Binds.bind;

import io.ohmnibus.auth.locallist.ListLimits.Limit;
import io.ohmnibus.auth.locallist.LocalList.Status;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code local_lists}. */
@Component
final class LocalLists {

    private static final String SELECT =
            """
            select tenant, station_id, managed, status, reason, version, trusted, sending_version,
              sending_revision, verify, reported_version, verified_at, accepted_at, attempts,
              most_items, most_bytes, most_entries
            from local_lists where tenant = :tenant
            """;

    private final DatabaseClient database;
    private final Clock clock;

    LocalLists(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Mono<LocalList> find(StationKey station) {
        return database.sql(SELECT + " and station_id = :stationId")
                .bindProperties(station)
                .mapProperties(LocalList.class)
                .one();
    }

    /** The same, for a transaction that decides about it. */
    Mono<LocalList> lock(StationKey station) {
        return database.sql(SELECT + " and station_id = :stationId for update")
                .bindProperties(station)
                .mapProperties(LocalList.class)
                .one();
    }

    /** The same; a station whose list nobody knew of is watched from now on. */
    Mono<LocalList> lockOrWatch(StationKey station) {
        return database.sql(
                        """
                        insert into local_lists (tenant, station_id, managed, status, version,
                          trusted, verify, attempts)
                        values (:tenant, :stationId, false, 'Pending', 0, false, false, 0)
                        on conflict do nothing
                        """)
                .bindProperties(station)
                .then()
                .then(lock(station));
    }

    /** Lists by station. */
    Mono<Page<LocalList>> list(String tenant, @Nullable Status status, PageRequest page) {
        Cursor cursor = page.cursor();
        var select =
                database.sql(
                                SELECT
                                        + (status == null ? "" : " and status = :status")
                                        + (cursor == null ? "" : " and station_id > :after")
                                        + " order by station_id limit :limit")
                        .bind("tenant", tenant)
                        .bind("limit", page.fetch());
        select = status == null ? select : select.bind("status", status.name());
        select = cursor == null ? select : select.bind("after", cursor.text(0));
        return select.mapProperties(LocalList.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.stationId())));
    }

    /** Takes up lists that there is something to do about, for that long; others leave them. */
    Flux<StationKey> takeUp(int most, Duration busy) {
        return database.sql(
                        """
                        update local_lists set due_at = null, busy_until = :busy
                        where (tenant, station_id) in (
                          select tenant, station_id from local_lists
                          where due_at <= :now and busy_until is null or busy_until < :now
                          limit :most for update skip locked)
                        returning tenant, station_id
                        """)
                .bind("now", clock.instant())
                .bind("busy", clock.instant().plus(busy))
                .bind("most", most)
                .mapProperties(StationKey.class)
                .all();
    }

    /** A station connects: a list for it where a rule wants one, and what waited for it goes on. */
    Mono<Void> connected(StationKey station, Instant due) {
        return database.sql(
                        """
                        insert into local_lists as known (tenant, station_id, managed, status,
                          version, trusted, verify, due_at, attempts)
                        select :tenant, :stationId, true, 'Pending', 0, false, false, :due, 0
                        where exists (select 1 from local_list_rules
                            where tenant = :tenant and station_id in (:stationId, ''))
                          or exists (select 1 from local_lists
                            where tenant = :tenant and station_id = :stationId and managed)
                        on conflict (tenant, station_id) do update
                          set due_at = least(known.due_at, excluded.due_at)
                          where known.status not in ('InSync', 'NotSupported')
                        """)
                .bindProperties(station)
                .bind("due", due)
                .then();
    }

    /** A list whose version was not compared since then is compared now. */
    Mono<Void> booted(StationKey station, Instant since) {
        return database.sql(
                        """
                        update local_lists set due_at = :now, verify = true
                        where tenant = :tenant and station_id = :stationId and managed
                          and status = 'InSync' and version > 0
                          and coalesce(verified_at, accepted_at) < :since
                        """)
                .bindProperties(station)
                .bind("now", clock.instant())
                .bind("since", since)
                .then();
    }

    /** Has a list looked at again; false when there is none. */
    Mono<Boolean> request(StationKey station, boolean anew, boolean verify) {
        return database.sql(
                        """
                        update local_lists set due_at = :now, attempts = 0,
                          trusted = trusted and not :anew, verify = verify or :verify
                        where tenant = :tenant and station_id = :stationId and managed
                        """)
                .bindProperties(station)
                .bind("now", clock.instant())
                .bind("anew", anew)
                .bind("verify", verify)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** How much the station takes in one message. */
    Mono<Void> limit(StationKey station, Limit limit) {
        var update =
                database.sql(
                                """
                                update local_lists set most_items = :items, most_bytes = :bytes,
                                  most_entries = :entries
                                where tenant = :tenant and station_id = :stationId
                                """)
                        .bindProperties(station)
                        .bind("items", limit.items())
                        .bind("bytes", limit.bytes());
        return bind(update, "entries", limit.entries(), Integer.class).then();
    }

    /** A part is on its way. */
    Mono<Void> sending(StationKey station, int version, long revision, Instant busyUntil) {
        return database.sql(
                        """
                        update local_lists set status = 'Sending', sending_version = :version,
                          sending_revision = :revision, busy_until = :busy
                        where tenant = :tenant and station_id = :stationId
                        """)
                .bindProperties(station)
                .bind("version", version)
                .bind("revision", revision)
                .bind("busy", busyUntil)
                .then();
    }

    /** The station is asked for its version; it stays to be asked until it has answered. */
    Mono<Void> asking(StationKey station, Instant busyUntil) {
        return database.sql(
                        """
                        update local_lists set status = 'Sending', busy_until = :busy
                        where tenant = :tenant and station_id = :stationId
                        """)
                .bindProperties(station)
                .bind("busy", busyUntil)
                .then();
    }

    /** The station has taken a part, and has that version. */
    Mono<Void> accepted(StationKey station, int version, boolean trusted) {
        return database.sql(
                        """
                        update local_lists set version = :version, trusted = :trusted,
                          accepted_at = :now, sending_version = null, attempts = 0
                        where tenant = :tenant and station_id = :stationId
                        """)
                .bindProperties(station)
                .bind("version", version)
                .bind("trusted", trusted)
                .bind("now", clock.instant())
                .then();
    }

    /** The station has told which version it has. */
    Mono<Void> reported(StationKey station, int version) {
        return database.sql(
                        """
                        update local_lists set reported_version = :version, verified_at = :now,
                          trusted = trusted and version = :version, verify = false
                        where tenant = :tenant and station_id = :stationId
                        """)
                .bindProperties(station)
                .bind("version", version)
                .bind("now", clock.instant())
                .then();
    }

    /** Nobody knows any more what is in the list. */
    Mono<Void> distrust(StationKey station) {
        return database.sql(
                        """
                        update local_lists set trusted = false
                        where tenant = :tenant and station_id = :stationId
                        """)
                .bindProperties(station)
                .then();
    }

    /** Nothing is on its way any more; it is looked at again at that time, or sooner if wanted. */
    Mono<Void> rest(
            StationKey station, Status status, @Nullable String reason, @Nullable Instant again) {
        var update =
                database.sql(
                                """
                                update local_lists set status = :status, reason = :reason,
                                  busy_until = null, due_at = least(due_at, :again),
                                  attempts = case when :status = 'Failed' then attempts + 1
                                    else 0 end
                                where tenant = :tenant and station_id = :stationId
                                """)
                        .bindProperties(station)
                        .bind("status", status.name());
        update = bind(update, "reason", reason, String.class);
        return bind(update, "again", again, Instant.class).then();
    }
}
