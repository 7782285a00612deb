/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.password;

import io.ohmnibus.auth.password.PasswordChange.Status;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.NewestFirst;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table {@code password_changes}; at most one of a station is open. */
@Component
final class PasswordChanges {

    private static final String COLUMNS =
            "select id, station_id, status, reason, requested_by, requested_at, deadline,"
                    + " answered_at, ended_at from password_changes"
                    + " where tenant = :tenant and station_id = :stationId";

    private static final NewestFirst<PasswordChange> NEWEST_FIRST =
            new NewestFirst<>(
                    COLUMNS, PasswordChange.class, row -> Cursor.of(row.requestedAt(), row.id()));

    private final DatabaseClient database;

    PasswordChanges(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(String tenant, PasswordChange change) {
        return database.sql(
                        """
                        insert into password_changes (id, tenant, station_id, status, requested_by,
                          requested_at, deadline)
                        values (:id, :tenant, :stationId, :status, :requestedBy, :requestedAt,
                          :deadline)
                        """)
                .bind("id", change.id())
                .bind("tenant", tenant)
                .bind("stationId", change.stationId())
                .bind("status", change.status().name())
                .bind("requestedBy", change.requestedBy())
                .bind("requestedAt", change.requestedAt())
                .bind("deadline", change.deadline())
                .then();
    }

    /** The change that is under way, if any. */
    Mono<PasswordChange> open(StationKey station) {
        return database.sql(COLUMNS + " and ended_at is null")
                .bindProperties(station)
                .mapProperties(PasswordChange.class)
                .one();
    }

    /** Moves the open change of a station on. */
    Mono<Void> move(StationKey station, Status to, @Nullable String reason, Instant now) {
        var update =
                database.sql(
                                """
                                update password_changes set status = :status, reason = :reason,
                                  answered_at = coalesce(answered_at, :now), ended_at = :ended
                                where tenant = :tenant and station_id = :stationId
                                  and ended_at is null
                                """)
                        .bindProperties(station)
                        .bind("status", to.name())
                        .bind("now", now);
        update = Binds.bind(update, "reason", reason, String.class);
        return Binds.bind(update, "ended", to.open() ? null : now, Instant.class).then();
    }

    /** The changes of a station, the newest first. */
    Mono<Page<PasswordChange>> list(StationKey station, PageRequest page) {
        return NEWEST_FIRST.page(database, station, page);
    }
}
