/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import static io.ohmnibus.platform.store.Binds.all;
import static java.util.Objects.requireNonNull;

import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** What happened, kept for a time, for those who listen. */
public final class StreamedEvents {

    private final DatabaseClient database;
    private final Clock clock;

    StreamedEvents(DatabaseClient database, Clock clock) {
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

    /**
     * What has happened at a station.
     *
     * @param details written as JSON
     */
    public record Happening(StationKey station, String type, Instant at, Object details) {}

    /** Adds an event to the transaction of its effect. */
    public Mono<Void> add(StationKey station, String type, Instant at, Object details) {
        return add(List.of(new Happening(station, type, at, details)));
    }

    /** Adds events to the transaction of their effects, in this order. */
    public Mono<Void> add(List<Happening> happenings) {
        return database.sql(
                        """
                        insert into stream_events (tenant, station_id, type, at, details, stored_at)
                        select tenant, station, type, at, cast(details as json), :now
                        from unnest(:tenants, :stations, :types, :times, :details) with ordinality
                            as new (tenant, station, type, at, details, place)
                        order by place
                        """)
                .bind("tenants", all(happenings, String.class, one -> one.station().tenant()))
                .bind("stations", all(happenings, String.class, one -> one.station().stationId()))
                .bind("types", all(happenings, String.class, Happening::type))
                .bind("times", all(happenings, Instant.class, Happening::at))
                .bind(
                        "details",
                        all(
                                happenings,
                                String.class,
                                one ->
                                        new String(
                                                BusJson.write(one.details()),
                                                StandardCharsets.UTF_8)))
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
    Mono<Part> after(String tenant, StreamFilter filter, Position position, int limit) {
        return now().flatMap(now -> after(tenant, filter, position, now, limit));
    }

    private Mono<Part> after(
            String tenant, StreamFilter filter, Position position, Position now, int limit) {
        GenericExecuteSpec sql =
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
                        .bind("types", filter.types().toArray(String[]::new))
                        .bind("limit", limit);
        return Binds.bind(sql, "station", filter.stationId(), String.class)
                .map(StreamedEvents::kept)
                .all()
                .collectList()
                .map(events -> part(events, limit, position, now));
    }

    private static Kept kept(Readable row) {
        return new Kept(
                new Position(required(row, "xid", Long.class), required(row, "id", Long.class)),
                required(row, "type", String.class),
                required(row, "station_id", String.class),
                required(row, "at", Instant.class),
                required(row, "details", Json.class).asString());
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type), column);
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
