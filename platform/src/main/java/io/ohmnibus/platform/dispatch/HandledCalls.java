/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.dispatch;

import static io.ohmnibus.platform.store.Binds.all;
import static io.ohmnibus.platform.store.Binds.allBase64;

import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.store.Writes;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
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

    /** Keeps the answers in the current transaction, which else fails with {@link Repeated}. */
    Mono<Void> remember(List<IncomingMessage> calls, List<byte[]> answers) {
        Mono<Void> remembered =
                ofCalls(
                                """
                                insert into handled_calls as known
                                  (tenant, station_id, message_id, request_hash, answer, answered_at)
                                select tenant, station, message, decode(hash, 'base64'),
                                  decode(answer, 'base64'), :now
                                from unnest(:tenants, :stations, :messages, :hashes, :answers)
                                  as given (tenant, station, message, hash, answer)
                                on conflict (tenant, station_id, message_id) do update
                                  set request_hash = excluded.request_hash,
                                      answer = excluded.answer,
                                      answered_at = excluded.answered_at
                                  where known.request_hash <> excluded.request_hash or known.answered_at < :horizon
                                """,
                                calls)
                        .bind("answers", allBase64(sealed(calls, answers), answer -> answer))
                        .bind("now", clock.instant())
                        .fetch()
                        .rowsUpdated()
                        .flatMap(rows ->
                                rows == calls.size() ? Mono.empty() : Mono.error(new Repeated()));
        return Writes.later(remembered);
    }

    /** The answers that these very CALLs got before, by CALL; those that did not are missing. */
    Mono<Map<IncomingMessage, byte[]>> answersTo(List<IncomingMessage> calls) {
        return ofCalls(
                        """
                        select place, known.answer
                        from unnest(:tenants, :stations, :messages, :hashes) with ordinality
                          as given (tenant, station, message, hash, place)
                        join handled_calls known
                          on known.tenant = given.tenant and known.station_id = given.station
                          and known.message_id = given.message
                        where known.request_hash = decode(given.hash, 'base64') and known.answered_at >= :horizon
                        """,
                        calls)
                .map(row -> {
                    IncomingMessage call = calls.get(required(row.get("place", Integer.class)) - 1);
                    return Map.entry(
                            call, opened(call, required(row.get("answer", ByteBuffer.class))));
                })
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, IdentityHashMap::new);
    }

    private GenericExecuteSpec ofCalls(String sql, List<IncomingMessage> calls) {
        return database.sql(sql)
                .bind("tenants", all(calls, String.class, call -> call.station().tenant()))
                .bind("stations", all(calls, String.class, call -> call.station().id()))
                .bind(
                        "messages",
                        all(calls, String.class, call -> call.station().call().messageId()))
                .bind("hashes", allBase64(calls, IncomingMessage::contentHash))
                .bind("horizon", clock.instant().minus(window));
    }

    private List<byte[]> sealed(List<IncomingMessage> calls, List<byte[]> answers) {
        List<byte[]> sealed = new ArrayList<>(calls.size());
        for (int i = 0; i < calls.size(); i++) {
            sealed.add(sealing.seal(answers.get(i), calls.get(i).record().key()));
        }
        return sealed;
    }

    private byte[] opened(IncomingMessage call, ByteBuffer answer) {
        byte[] bytes = new byte[answer.remaining()];
        answer.get(bytes);
        return sealing.open(bytes, call.record().key());
    }

    /** Deletes what no repetition can ask for any more. */
    Mono<Long> forgetOld() {
        return database.sql("delete from handled_calls where answered_at < :horizon")
                .bind("horizon", clock.instant().minus(window))
                .fetch()
                .rowsUpdated();
    }

    private static <T> T required(@Nullable T column) {
        return Objects.requireNonNull(column, "a handled call is incomplete");
    }
}
