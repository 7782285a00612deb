/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.OcppCodec;
import io.ohmnibus.ocpp.codec.Side;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.Station;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code transaction_events}. */
@Component
final class PostgresTransactionEvents implements TransactionEvents {

    /** What is bound to the columns. */
    private record Row(
            String tenant,
            String stationId,
            String transactionId,
            int seqNo,
            String contentHash,
            String eventType,
            String triggerReason,
            Instant occurredAt,
            Instant receivedAt,
            boolean offline,
            String messageId,
            String version,
            String payload,
            String answer) {}

    private record Written(String version, String payload, Instant receivedAt) {}

    private record Answered(String version, String answer) {}

    private final DatabaseClient database;

    PostgresTransactionEvents(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<TransactionEventResponse> answerTo(Station station, TransactionEventRequest event) {
        return database.sql(
                        """
                        select version, answer::text as answer from transaction_events
                        where tenant = :tenant and station_id = :stationId
                          and transaction_id = :transactionId and seq_no = :seqNo
                          and content_hash = :contentHash
                        """)
                .bindProperties(TransactionKey.of(station, event))
                .bind("seqNo", event.seqNo())
                .bind("contentHash", contentHash(station, event))
                .mapProperties(Answered.class)
                .one()
                .map(row ->
                        OcppCodec.of(version(row.version), Side.STATION)
                                .readPayload(
                                        TransactionEventResponse.class,
                                        row.answer.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Mono<Void> add(
            Station station, TransactionEventRequest event, TransactionEventResponse answer) {
        return database.sql(
                        """
                        insert into transaction_events
                          (tenant, station_id, transaction_id, seq_no, content_hash, conflicting,
                           event_type, trigger_reason, occurred_at, received_at, offline,
                           message_id, version, payload, answer)
                        select :tenant, :stationId, :transactionId, :seqNo, :contentHash,
                          exists (select 1 from transaction_events
                            where tenant = :tenant and station_id = :stationId
                              and transaction_id = :transactionId and seq_no = :seqNo),
                          :eventType, :triggerReason, :occurredAt, :receivedAt, :offline,
                          :messageId, :version, cast(:payload as json), cast(:answer as json)
                        """)
                .bindProperties(row(station, event, answer))
                .then()
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        e -> new ConcurrencyFailureException("the event was just added", e));
    }

    private static Row row(
            Station station, TransactionEventRequest event, TransactionEventResponse answer) {
        TransactionKey key = TransactionKey.of(station, event);
        return new Row(
                key.tenant(),
                key.stationId(),
                key.transactionId(),
                event.seqNo(),
                contentHash(station, event),
                event.eventType().wireName(),
                event.triggerReason().wireName(),
                event.timestamp(),
                station.call().receivedAt(),
                Boolean.TRUE.equals(event.offline()),
                station.call().messageId(),
                station.version().subprotocol(),
                new String(write(station, event), StandardCharsets.UTF_8),
                answer(station, answer));
    }

    private static String answer(Station station, TransactionEventResponse answer) {
        byte[] json = OcppCodec.of(station.version(), Side.CSMS).writePruned(answer).payload();
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public Flux<ReceivedEvent> of(TransactionKey key) {
        return database.sql(
                        """
                        select version, payload::text as payload, received_at
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

    private static byte[] write(Station station, TransactionEventRequest event) {
        return OcppCodec.of(station.version(), Side.STATION).writePayload(event);
    }

    /**
     * Tells events with the same sequence number apart. A station that lost its connection marks
     * what it repeats as offline (E11.FR.07); it is the same event all the same.
     */
    private static String contentHash(Station station, TransactionEventRequest event) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(write(station, withoutOffline(event))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TransactionEventRequest withoutOffline(TransactionEventRequest event) {
        return new TransactionEventRequest(
                event.costDetails(),
                event.eventType(),
                event.meterValue(),
                event.timestamp(),
                event.triggerReason(),
                event.seqNo(),
                null,
                event.numberOfPhasesUsed(),
                event.cableMaxCurrent(),
                event.reservationId(),
                event.preconditioningStatus(),
                event.evseSleep(),
                event.transactionInfo(),
                event.evse(),
                event.idToken(),
                event.customData());
    }
}
