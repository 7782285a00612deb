/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.Call;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.store.Binds;
import io.ohmnibus.platform.store.JsonSequence;
import io.ohmnibus.platform.store.RecordRows;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code transaction_events}. */
@Component
final class PostgresTransactionEvents implements TransactionEvents {

    private record Row(
            String tenant,
            String stationId,
            String transactionId,
            int seqNo,
            String contentHash,
            boolean conflicting,
            String eventType,
            String triggerReason,
            Instant occurredAt,
            Instant receivedAt,
            boolean offline,
            String messageId,
            String version) {}

    private record Written(
            String version, String payload, Instant receivedAt, boolean conflicting) {}

    private static final RecordRows<Row> ROWS = RecordRows.of(Row.class);

    private static final String INSERT =
            """
            insert into transaction_events (%1$s, payload, answer)
            select %1$s, cast(payload as json), cast(answer as json)
            from rows from (
              json_to_recordset(cast(:rows as json)) as (
                tenant text, station_id text, transaction_id text, seq_no integer,
                content_hash text, conflicting boolean, event_type text, trigger_reason text,
                occurred_at timestamptz, received_at timestamptz, offline boolean,
                message_id text, version text),
              %2$s, %3$s) as given (%1$s, payload, answer)
            """
                    .formatted(
                            ROWS.columns(""),
                            JsonSequence.rows("payloads"),
                            JsonSequence.rows("answers"));

    private final DatabaseClient database;

    PostgresTransactionEvents(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<EventInHand, TransactionEventResponse>> answersTo(List<EventInHand> events) {
        return database.sql(
                        """
                        select place, version, answer::text as answer
                        from unnest(:tenants, :stations, :transactions, :seqNos, :hashes)
                          with ordinality as asked (tenant, station, transaction, seq, hash, place)
                          join transaction_events known on known.tenant = asked.tenant
                            and known.station_id = asked.station
                            and known.transaction_id = asked.transaction
                            and known.seq_no = asked.seq and known.content_hash = asked.hash
                        """)
                .bind("tenants", all(events, String.class, event -> event.key().tenant()))
                .bind("stations", all(events, String.class, event -> event.key().stationId()))
                .bind("transactions", all(events, String.class, EventInHand::transactionId))
                .bind("seqNos", all(events, Integer.class, event -> event.request().seqNo()))
                .bind("hashes", all(events, String.class, event -> event.content().hash()))
                .map(row ->
                        Map.entry(
                                events.get(required(row.get("place", Integer.class)) - 1),
                                answer(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static TransactionEventResponse answer(Readable row) {
        return OcppCodec.of(version(required(row.get("version", String.class))), Side.STATION)
                .readPayload(
                        TransactionEventResponse.class,
                        required(row.get("answer", String.class)).getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T required(@Nullable T column) {
        return Objects.requireNonNull(column, "an event is incomplete");
    }

    @Override
    public Mono<Void> add(List<EventInHand> events) {
        return database.sql(INSERT)
                .bind("rows", ROWS.write(each(events, PostgresTransactionEvents::row)))
                .bind("payloads", JsonSequence.write(each(events, e -> e.content().payload())))
                .bind("answers", JsonSequence.write(each(events, PostgresTransactionEvents::given)))
                .then()
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        e -> new ConcurrencyFailureException("an event was just added", e));
    }

    private static <T> List<T> each(List<EventInHand> events, Function<EventInHand, T> part) {
        return events.stream().map(part).toList();
    }

    private static Row row(EventInHand event) {
        TransactionKey key = event.key();
        TransactionEventRequest request = event.request();
        Station station = event.station();
        return new Row(
                key.tenant(),
                key.stationId(),
                key.transactionId(),
                request.seqNo(),
                event.content().hash(),
                event.isConflicting(),
                request.eventType().wireName(),
                request.triggerReason().wireName(),
                request.timestamp(),
                station.call().receivedAt(),
                Boolean.TRUE.equals(request.offline()),
                station.call().messageId(),
                station.version().subprotocol());
    }

    private static String given(EventInHand event) {
        OcppCodec codec = OcppCodec.of(event.station().version(), Side.CSMS);
        return new String(codec.writePruned(event.answer()).payload(), StandardCharsets.UTF_8);
    }

    @Override
    public Flux<ReceivedEvent> of(TransactionKey key) {
        return database.sql(
                        """
                        select version, payload::text as payload, received_at, conflicting
                        from transaction_events
                        where tenant = :tenant and station_id = :stationId
                          and transaction_id = :transactionId and not conflicting
                        order by seq_no
                        """)
                .bindProperties(key)
                .mapProperties(Written.class)
                .all()
                .map(PostgresTransactionEvents::read);
    }

    @Override
    public Flux<Kept> kept(TransactionKey key) {
        return database.sql(
                        """
                        select version, payload::text as payload, answer::text as answer,
                          received_at, conflicting, message_id
                        from transaction_events
                        where tenant = :tenant and station_id = :stationId
                          and transaction_id = :transactionId
                        order by seq_no, content_hash
                        """)
                .bindProperties(key)
                .map(row -> kept(key, row))
                .all();
    }

    private static Kept kept(TransactionKey key, Readable row) {
        Written written = written(row);
        Station station =
                new Station(
                        new StationKey(key.tenant(), key.stationId()),
                        version(written.version),
                        new Call(
                                required(row.get("message_id", String.class)),
                                written.receivedAt,
                                ""));
        return new Kept(station, read(written), written.conflicting, answer(row));
    }

    private static Written written(Readable row) {
        return new Written(
                required(row.get("version", String.class)),
                required(row.get("payload", String.class)),
                required(row.get("received_at", Instant.class)),
                required(row.get("conflicting", Boolean.class)));
    }

    @Override
    public Flux<TransactionKey> transactions(
            String tenant, @Nullable String stationId, @Nullable TransactionKey after, int limit) {
        GenericExecuteSpec select =
                database.sql(
                                """
                                select distinct tenant, station_id, transaction_id
                                from transaction_events
                                where tenant = :tenant
                                  and station_id = coalesce(cast(:station as text), station_id)
                                  and (station_id, transaction_id) > (:after, :afterId)
                                order by station_id, transaction_id limit :limit
                                """)
                        .bind("tenant", tenant)
                        .bind("after", after == null ? "" : after.stationId())
                        .bind("afterId", after == null ? "" : after.transactionId())
                        .bind("limit", limit);
        return Binds.bind(select, "station", stationId, String.class)
                .mapProperties(TransactionKey.class)
                .all();
    }

    private static ReceivedEvent read(Written row) {
        byte[] payload = row.payload.getBytes(StandardCharsets.UTF_8);
        TransactionEventRequest request =
                OcppCodec.of(version(row.version), Side.CSMS)
                        .readPayload(TransactionEventRequest.class, payload);
        return new ReceivedEvent(request, row.receivedAt);
    }

    private static OcppVersion version(String subprotocol) {
        return OcppVersion.ofSubprotocol(subprotocol).orElseThrow();
    }
}
