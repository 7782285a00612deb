/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.journal;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.optional;
import static io.ohmnibus.station.store.Columns.required;

import io.ohmnibus.contracts.gateway.JournalEntry;
import io.ohmnibus.contracts.gateway.JournalEntry.Direction;
import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresJournal implements Journal {

    private final DatabaseClient database;

    PostgresJournal(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(StationKey station, JournalEntry entry) {
        return database.sql(
                        """
                        insert into journal (tenant, station_id, at, id, direction, connection_id,
                            message_type, message_id, action, frame, deviations)
                        values (:tenant, :station, :at, :id, :direction, :connection,
                            :type, :message, :action, :frame, :deviations)
                        on conflict do nothing
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("at", entry.at())
                .bind("id", entry.id())
                .bind("direction", entry.direction().name())
                .bind("connection", entry.connectionId())
                .bind("type", entry.messageType())
                .bind("message", nullable(entry.messageId(), String.class))
                .bind("action", nullable(entry.action(), String.class))
                .bind("frame", entry.frame())
                .bind("deviations", entry.deviations().toArray(String[]::new))
                .then();
    }

    @Override
    public Flux<JournalEntry> find(
            StationKey station, Filter filter, @Nullable Position after, int limit) {
        Direction direction = filter.direction();
        return database.sql(
                        """
                        select * from journal
                        where tenant = :tenant and station_id = :station
                            and (cast(:from as timestamptz) is null or at >= :from)
                            and (cast(:to as timestamptz) is null or at < :to)
                            and (cast(:direction as text) is null or direction = :direction)
                            and (cast(:action as text) is null or action = :action)
                            and (cast(:message as text) is null or message_id = :message)
                            and (cast(:afterAt as timestamptz) is null
                                or (at, id) < (:afterAt, :afterId))
                        order by at desc, id desc limit :limit
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("from", nullable(filter.from(), Instant.class))
                .bind("to", nullable(filter.to(), Instant.class))
                .bind(
                        "direction",
                        nullable(direction == null ? null : direction.name(), String.class))
                .bind("action", nullable(filter.action(), String.class))
                .bind("message", nullable(filter.messageId(), String.class))
                .bind("afterAt", nullable(after == null ? null : after.at(), Instant.class))
                .bind("afterId", nullable(after == null ? null : after.id(), String.class))
                .bind("limit", limit)
                .map(PostgresJournal::read)
                .all();
    }

    private static JournalEntry read(Readable row) {
        return new JournalEntry(
                required(row, "id", String.class),
                required(row, "at", Instant.class),
                Direction.valueOf(required(row, "direction", String.class)),
                required(row, "connection_id", String.class),
                required(row, "message_type", String.class),
                optional(row, "message_id", String.class),
                optional(row, "action", String.class),
                required(row, "frame", String.class),
                List.of(required(row, "deviations", String[].class)));
    }

    @Override
    public Mono<Void> turnOver(int days) {
        return database.sql("select turn_journal_over(:days)").bind("days", days).then();
    }
}
