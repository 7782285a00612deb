/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.idempotency;

import io.ohmnibus.platform.secret.Sealing;
import io.ohmnibus.platform.store.Binds;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** The keys in use. All times are the database's, so that instances agree about them. */
final class IdempotencyKeys {

    private static final int ATTEMPTS = 3;

    private static final String CLAIM =
            """
            INSERT INTO idempotency_keys AS k
                (tenant, subject, key, method, path, body_hash, created_at)
            VALUES (:tenant, :subject, :key, :method, :path, :hash, clock_timestamp())
            ON CONFLICT (tenant, subject, key) DO UPDATE SET created_at = excluded.created_at
                WHERE k.completed_at IS NULL
                    AND k.created_at < clock_timestamp() - interval '60 seconds'
                    AND k.method = excluded.method
                    AND k.path = excluded.path
                    AND k.body_hash = excluded.body_hash
            RETURNING created_at
            """;
    private static final String FIND =
            """
            SELECT method, path, body_hash, status, content_type, location, body
            FROM idempotency_keys
            WHERE tenant = :tenant AND subject = :subject AND key = :key
            """;
    private static final String OURS =
            " WHERE tenant = :tenant AND subject = :subject AND key = :key"
                    + " AND created_at = :since AND completed_at IS NULL";
    private static final String COMPLETE =
            "UPDATE idempotency_keys SET status = :status, content_type = :contentType,"
                    + " location = :location, body = :body, completed_at = clock_timestamp()"
                    + OURS;
    private static final String RELEASE = "DELETE FROM idempotency_keys" + OURS;
    private static final String FORGET =
            "DELETE FROM idempotency_keys"
                    + " WHERE created_at < clock_timestamp() - :seconds * interval '1 second'";

    private final DatabaseClient database;
    private final Sealing sealing;

    IdempotencyKeys(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    Mono<Claim> claim(KeyedRequest request) {
        // A row that was in the way may be gone when it is looked at: then the claim is tried
        // again.
        return Mono.defer(() -> insert(request).switchIfEmpty(Mono.defer(() -> find(request))))
                .repeatWhenEmpty(ATTEMPTS, again -> again)
                .onErrorReturn(IllegalStateException.class, new Claim.Running());
    }

    /** Keeps the answer, if the claim still stands. */
    Mono<Boolean> complete(KeyedRequest request, Claim.Granted claim, Answer answer) {
        GenericExecuteSpec update =
                key(database.sql(COMPLETE), request)
                        .bind("since", claim.since())
                        .bind("status", answer.status())
                        .bind("body", sealing.seal(answer.body(), request.place()));
        update = Binds.bind(update, "contentType", answer.contentType(), String.class);
        update = Binds.bind(update, "location", answer.location(), String.class);
        return update.fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Gives the key free: the request had no effect that counts. */
    Mono<Void> release(KeyedRequest request, Claim.Granted claim) {
        return key(database.sql(RELEASE), request).bind("since", claim.since()).then();
    }

    Mono<Long> forgetOlderThan(Duration age) {
        return database.sql(FORGET).bind("seconds", age.toSeconds()).fetch().rowsUpdated();
    }

    private Mono<Claim> insert(KeyedRequest request) {
        return key(database.sql(CLAIM), request)
                .bind("method", request.method())
                .bind("path", request.path())
                .bind("hash", request.bodyHash())
                .map(row -> (Claim) new Claim.Granted(required(row, "created_at", Instant.class)))
                .one();
    }

    private Mono<Claim> find(KeyedRequest request) {
        return key(database.sql(FIND), request).map(row -> existing(row, request)).one();
    }

    private Claim existing(Readable row, KeyedRequest request) {
        boolean same =
                request.method().equals(row.get("method", String.class))
                        && request.path().equals(row.get("path", String.class))
                        && Arrays.equals(request.bodyHash(), row.get("body_hash", byte[].class));
        if (!same) {
            return new Claim.Other();
        }
        Integer status = row.get("status", Integer.class);
        if (status == null) {
            return new Claim.Running();
        }
        return new Claim.Answered(
                new Answer(
                        status,
                        row.get("content_type", String.class),
                        row.get("location", String.class),
                        sealing.open(required(row, "body", byte[].class), request.place())));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static GenericExecuteSpec key(GenericExecuteSpec statement, KeyedRequest request) {
        return statement
                .bind("tenant", request.caller().tenant())
                .bind("subject", request.caller().subject())
                .bind("key", request.key());
    }
}
