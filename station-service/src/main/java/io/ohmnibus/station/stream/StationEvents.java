/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.stream;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.postgresql.codec.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What happened, kept for a time. */
@Repository
public final class StationEvents {

    private final DatabaseClient database;
    private final Clock clock;

    StationEvents(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An event as it is kept; the details are JSON. */
    record Kept(Position position, String type, String stationId, Instant at, String details) {}

    /**
     * Some events, and up to where there are no others.
     *
     * @param upTo where to go on
     */
    record Part(List<Kept> events, Position upTo) {}

    /** Which events are wanted; null and empty for all. */
    record Filter(Set<EventType> types, @Nullable String stationId) {}

    /** Adds an event to the transaction of its effect. */
    public Mono<Void> add(StationKey station, EventType type, Instant at, Object details) {
        return database.sql(
                        """
                        insert into stream_events (tenant, station_id, type, at, details, stored_at)
                        values (:tenant, :station, :type, :at, cast(:details as json), :now)
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("type", type.text())
                .bind("at", at)
                .bind("details", new String(BusJson.write(details), StandardCharsets.UTF_8))
                .bind("now", clock.instant())
                .then();
    }

    /** Behind everything that has happened; what is about to be committed comes after it. */
    Mono<Position> now() {
        return database.sql(
                        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon")
                .map(row -> Position.before(required(row, "horizon", Long.class)))
                .one();
    }

    /** Up to where events are forgotten. */
    Mono<Position> forgotten() {
        return database.sql("select xid, id from stream_forgotten")
                .map(row ->
                        new Position(
                                required(row, "xid", Long.class), required(row, "id", Long.class)))
                .one();
    }

    /** The next events of a tenant behind a position. */
    Mono<Part> after(String tenant, Filter filter, Position position, int limit) {
        return now().flatMap(now ->
                database.sql(
                                """
                                select * from stream_events
                                where tenant = :tenant and (xid, id) > (:xid, :id)
                                and xid <= :newest
                                and (cast(:station as text) is null or station_id = :station)
                                and (cardinality(:types) = 0 or type = any(:types))
                                order by xid, id limit :limit
                                """)
                        .bind("tenant", tenant)
                        .bind("xid", position.xid())
                        .bind("id", position.id())
                        .bind("newest", now.xid())
                        .bind("station", nullable(filter.stationId(), String.class))
                        .bind(
                                "types",
                                filter.types().stream().map(EventType::text).toArray(String[]::new))
                        .bind("limit", limit)
                        .map(row ->
                                new Kept(
                                        new Position(
                                                required(row, "xid", Long.class),
                                                required(row, "id", Long.class)),
                                        required(row, "type", String.class),
                                        required(row, "station_id", String.class),
                                        required(row, "at", Instant.class),
                                        required(row, "details", Json.class).asString()))
                        .all()
                        .collectList()
                        .map(events -> part(events, limit, position, now)));
    }

    private static Part part(List<Kept> events, int limit, Position position, Position now) {
        if (events.size() == limit) {
            return new Part(events, events.getLast().position());
        }
        return new Part(events, now.compareTo(position) > 0 ? now : position);
    }

    /** Forgets events that were stored before that time. */
    Mono<Void> forgetBefore(Instant time) {
        return database.sql(
                        """
                        with gone as (delete from stream_events where stored_at < :time
                            returning xid, id),
                        last as (select xid, id from gone order by xid desc, id desc limit 1)
                        update stream_forgotten f set xid = last.xid, id = last.id from last
                        where (last.xid, last.id) > (f.xid, f.id)
                        """)
                .bind("time", time)
                .then();
    }
}
