/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import static io.ohmnibus.station.store.Columns.nullable;
import static io.ohmnibus.station.store.Columns.required;
import static io.ohmnibus.station.store.Columns.wire;

import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
final class PostgresDisplayMessages implements DisplayMessages {

    private static final String INSERT =
            """
            insert into display_messages as known (tenant, station_id, message_id, priority, state,
                transaction_id, display, ends_at, message, certain, reported_in, changed_at)
            select :tenant, :station, m.id, m.priority, nullif(m.state, ''),
                nullif(m.transaction, ''), m.display, cast(nullif(m.ends, '') as timestamptz),
                m.document, :certain, :report, :at
            from unnest(:ids, :priorities, :states, :transactions, :displays, :ends, :documents)
                as m (id, priority, state, transaction, display, ends, document)
            where (select count(*) from display_messages
                where tenant = :tenant and station_id = :station) < :max
            on conflict (tenant, station_id, message_id) do update set
            """;
    private static final String REPLACE =
            INSERT
                    + """
                    priority = excluded.priority, state = excluded.state,
                    transaction_id = excluded.transaction_id, display = excluded.display,
                    ends_at = excluded.ends_at, message = excluded.message,
                    certain = excluded.certain, reported_in = excluded.reported_in,
                    changed_at = excluded.changed_at
                    """;
    private static final String DOUBT =
            INSERT + "certain = false, changed_at = excluded.changed_at";
    private static final String MATCHING =
            """
            where tenant = :tenant and station_id = :station
                and (cast(:only as integer[]) is null or message_id = any(:only))
                and (cast(:priority as text) is null or priority = :priority)
                and (cast(:state as text) is null or state = :state)
            """;

    private final DatabaseClient database;
    private final int maxMessages;

    PostgresDisplayMessages(DatabaseClient database, DisplayProperties properties) {
        this.database = database;
        this.maxMessages = properties.maxMessages();
    }

    @Override
    public Mono<Void> taken(StationKey station, MessageInfo message, Instant at) {
        return displaced(station, message)
                .then(Mono.defer(() -> write(REPLACE, station, List.of(message), true, at)));
    }

    /** The newest message that is always in front replaces the one before: O01.FR.16, O02.FR.18. */
    private Mono<Void> displaced(StationKey station, MessageInfo message) {
        if (message.priority() != MessagePriorityEnum.ALWAYS_FRONT) {
            return Mono.empty();
        }
        return of(
                        """
                        delete from display_messages
                        where tenant = :tenant and station_id = :station
                            and priority = :priority and display = :display and message_id <> :id
                        """,
                        station)
                .bind("priority", message.priority().wireName())
                .bind("display", new MessageColumns(List.of(message)).displays()[0])
                .bind("id", message.id())
                .then();
    }

    @Override
    public Mono<Void> doubtful(StationKey station, MessageInfo message, Instant at) {
        return write(DOUBT, station, List.of(message), false, at);
    }

    @Override
    public Mono<Void> doubtful(StationKey station, int id, Instant at) {
        return of(
                        """
                        update display_messages set certain = false, changed_at = :at
                        where tenant = :tenant and station_id = :station and message_id = :id
                        """,
                        station)
                .bind("id", id)
                .bind("at", at)
                .then();
    }

    @Override
    public Mono<Void> cleared(StationKey station, int id) {
        return of(
                        """
                        delete from display_messages
                        where tenant = :tenant and station_id = :station and message_id = :id
                        """,
                        station)
                .bind("id", id)
                .then();
    }

    @Override
    public Mono<Void> transactionEnded(StationKey station, String transactionId) {
        return of(
                        """
                        delete from display_messages where tenant = :tenant
                            and station_id = :station and transaction_id = :transaction
                        """,
                        station)
                .bind("transaction", MessageColumns.lower(transactionId))
                .then();
    }

    @Override
    public Mono<Void> reported(StationKey station, List<MessageInfo> messages, Reported in) {
        List<MessageInfo> few = messages.subList(0, Math.min(messages.size(), maxMessages));
        return few.isEmpty()
                ? Mono.empty()
                : bound(REPLACE, station, few, true, in.at()).bind("report", in.requestId()).then();
    }

    private Mono<Void> write(
            String sql, StationKey station, List<MessageInfo> messages, boolean sure, Instant at) {
        return bound(sql, station, messages, sure, at)
                .bind("report", nullable(null, Integer.class))
                .then();
    }

    private GenericExecuteSpec bound(
            String sql, StationKey station, List<MessageInfo> messages, boolean sure, Instant at) {
        MessageColumns columns = new MessageColumns(messages);
        return of(sql, station)
                .bind("ids", columns.ids())
                .bind("priorities", columns.priorities())
                .bind("states", columns.states())
                .bind("transactions", columns.transactions())
                .bind("displays", columns.displays())
                .bind("ends", columns.ends())
                .bind("documents", columns.documents())
                .bind("certain", sure)
                .bind("at", at)
                .bind("max", maxMessages);
    }

    @Override
    public Mono<Void> forgetUnmentioned(StationKey station, DisplayCriteria criteria, Reported in) {
        return matching(
                        "delete from display_messages "
                                + MATCHING
                                + "and reported_in is distinct from :report and changed_at < :at",
                        station,
                        criteria)
                .bind("report", in.requestId())
                .bind("at", in.at())
                .then();
    }

    @Override
    public Flux<Mirrored> list(
            StationKey station, DisplayCriteria criteria, Position position, Instant now) {
        return matching(
                        "select message_id, message, certain, changed_at from display_messages "
                                + MATCHING
                                + """
                                and (ends_at is null or ends_at > :now)
                                and (cast(:after as bigint) is null or message_id > :after)
                                order by message_id limit :limit
                                """,
                        station,
                        criteria)
                .bind("now", now)
                .bind("after", nullable(position.after(), Long.class))
                .bind("limit", position.limit())
                .map(PostgresDisplayMessages::read)
                .all();
    }

    @Override
    public Mono<Boolean> any(StationKey station) {
        return of(
                        """
                        select exists (select from display_messages
                            where tenant = :tenant and station_id = :station) as found
                        """,
                        station)
                .map(row -> required(row, "found", Boolean.class))
                .one();
    }

    @Override
    public Mono<Integer> freeId(StationKey station) {
        return of(
                        """
                        select coalesce(max(message_id), 0) + 1 as id from display_messages
                        where tenant = :tenant and station_id = :station
                            and message_id < 2147483647
                        """,
                        station)
                .map(row -> required(row, "id", Integer.class))
                .one();
    }

    private GenericExecuteSpec matching(String sql, StationKey station, DisplayCriteria criteria) {
        List<Integer> ids = criteria.ids();
        return of(sql, station)
                .bind(
                        "only",
                        nullable(ids == null ? null : ids.toArray(Integer[]::new), Integer[].class))
                .bind("priority", wire(criteria.priority()))
                .bind("state", wire(criteria.state()));
    }

    private GenericExecuteSpec of(String sql, StationKey station) {
        return database.sql(sql)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId());
    }

    private static Mirrored read(Readable row) {
        return new Mirrored(
                required(row, "message_id", Integer.class),
                required(row, "message", String.class),
                required(row, "certain", Boolean.class),
                required(row, "changed_at", Instant.class));
    }
}
