/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.secret.Sealing;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The answers given, by message id. A station that repeats a CALL with the same id and content gets
 * the same answer; one that counts its ids anew after a reboot, with other content, is heard.
 */
final class HandledCalls {

    /** A CALL was handled before; the transaction that found out must be rolled back. */
    static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Repeated() {
            super("handled before", null, false, false);
        }
    }

    private final DatabaseClient database;
    private final Clock clock;
    private final Duration window;
    private final Sealing sealing;

    HandledCalls(DatabaseClient database, Clock clock, Duration window, Sealing sealing) {
        this.database = database;
        this.clock = clock;
        this.window = window;
        this.sealing = sealing;
    }

    /** Keeps the answer in the current transaction, or fails with {@link Repeated}. */
    Mono<Void> remember(IncomingMessage call, byte[] answer) {
        Station station = call.station();
        return database.sql(
                        """
                        insert into handled_calls as known
                          (tenant, station_id, message_id, request_hash, answer, answered_at)
                        values (:tenant, :station, :message, :hash, :answer, :now)
                        on conflict (tenant, station_id, message_id) do update
                          set request_hash = excluded.request_hash,
                              answer = excluded.answer,
                              answered_at = excluded.answered_at
                          where known.request_hash <> excluded.request_hash or known.answered_at < :horizon
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.id())
                .bind("message", station.call().messageId())
                .bind("hash", hash(call))
                .bind("answer", ByteBuffer.wrap(sealing.seal(answer, station.key().toString())))
                .bind("now", clock.instant())
                .bind("horizon", clock.instant().minus(window))
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.error(new Repeated()));
    }

    /** The answer that this very CALL got before, if it did. */
    Mono<byte[]> answerTo(IncomingMessage call) {
        Station station = call.station();
        return database.sql(
                        """
                        select answer from handled_calls
                        where tenant = :tenant and station_id = :station and message_id = :message
                          and request_hash = :hash and answered_at >= :horizon
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.id())
                .bind("message", station.call().messageId())
                .bind("hash", hash(call))
                .bind("horizon", clock.instant().minus(window))
                .map(row ->
                        sealing.open(
                                bytes(row.get("answer", ByteBuffer.class)),
                                station.key().toString()))
                .one();
    }

    /** Deletes what no repetition can ask for any more. */
    Mono<Long> forgetOld() {
        return database.sql("delete from handled_calls where answered_at < :horizon")
                .bind("horizon", clock.instant().minus(window))
                .fetch()
                .rowsUpdated();
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable ByteBuffer buffer) {
        if (buffer == null) {
            throw new IllegalStateException("a handled call without an answer");
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static ByteBuffer hash(IncomingMessage call) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    call.action().wireName().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(call.record().body()), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
