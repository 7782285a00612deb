/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.auth.profile.ProfileChange.Status;
import io.ohmnibus.auth.profile.ProfileChange.Step;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.paging.NewestFirst;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code profile_changes}; at most one of a station is under way. */
@Component
final class ProfileChanges {

    private static final String OF_STATION =
            "select * from profile_changes where tenant = :tenant and station_id = :stationId";

    private static final NewestFirst<ProfileChange> NEWEST_FIRST =
            new NewestFirst<>(
                    OF_STATION, ProfileChange.class, row -> Cursor.of(row.requestedAt(), row.id()));

    private final DatabaseClient database;

    ProfileChanges(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(String tenant, ProfileChange change) {
        var insert =
                database.sql(
                                """
                                insert into profile_changes (id, tenant, station_id, from_profile,
                                  to_profile, status, step, slot, ocpp_interface, requested_by,
                                  requested_at, step_at, deadline)
                                values (:id, :tenant, :stationId, :from, :to, :status, :step, :slot,
                                  :interface, :by, :now, :now, :deadline)
                                """)
                        .bind("id", change.id())
                        .bind("tenant", tenant)
                        .bind("stationId", change.stationId())
                        .bind("from", change.fromProfile())
                        .bind("to", change.toProfile())
                        .bind("status", change.status().name())
                        .bind("step", change.step().name())
                        .bind("interface", change.ocppInterface())
                        .bind("by", change.requestedBy())
                        .bind("now", change.requestedAt())
                        .bind("deadline", change.deadline());
        return Binds.bind(insert, "slot", change.slot(), Integer.class).then();
    }

    /** The change that is under way, if any. */
    Mono<ProfileChange> open(StationKey station) {
        return database.sql(OF_STATION + " and ended_at is null")
                .bindProperties(station)
                .mapProperties(ProfileChange.class)
                .one();
    }

    /** That change, whatever became of it. */
    Mono<ProfileChange> find(StationKey station, UUID id) {
        return database.sql(OF_STATION + " and id = :id")
                .bindProperties(station)
                .bind("id", id)
                .mapProperties(ProfileChange.class)
                .one();
    }

    /** What the station told about its network. */
    Mono<Void> network(UUID id, String priority, int slot) {
        return database.sql(
                        "update profile_changes set priority = :priority, slot = :slot"
                                + " where id = :id")
                .bind("id", id)
                .bind("priority", priority)
                .bind("slot", slot)
                .then();
    }

    Mono<Void> step(UUID id, Step step, Instant now) {
        return database.sql(
                        "update profile_changes set step = :step, step_at = :now where id = :id")
                .bind("id", id)
                .bind("step", step.name())
                .bind("now", now)
                .then();
    }

    Mono<Void> end(UUID id, Status status, @Nullable String reason, Instant now) {
        var update =
                database.sql(
                                """
                                update profile_changes set status = :status, reason = :reason,
                                  ended_at = :now
                                where id = :id
                                """)
                        .bind("id", id)
                        .bind("status", status.name())
                        .bind("now", now);
        return Binds.bind(update, "reason", reason, String.class).then();
    }

    /** Stations whose change has taken too long. */
    Flux<StationKey> overdue(Instant now) {
        return database.sql(
                        """
                        select tenant, station_id from profile_changes
                        where ended_at is null and deadline < :now order by deadline limit 100
                        """)
                .bind("now", now)
                .map(row ->
                        new StationKey(
                                Objects.requireNonNull(row.get(0, String.class)),
                                Objects.requireNonNull(row.get(1, String.class))))
                .all();
    }

    /** The changes of a station, the newest first. */
    Mono<Page<ProfileChange>> list(StationKey station, PageRequest page) {
        return NEWEST_FIRST.page(database, station, page);
    }
}
