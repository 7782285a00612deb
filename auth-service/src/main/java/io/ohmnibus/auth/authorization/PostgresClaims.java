/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import static io.ohmnibus.platform.store.Binds.all;

import io.ohmnibus.auth.authorization.Claims.Result.Granted;
import io.ohmnibus.auth.authorization.Claims.Result.HeldBy;
import io.ohmnibus.auth.authorization.Claims.Result.OtherToken;
import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.platform.ocpp.StationKey;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code active_transactions}. */
@Component
final class PostgresClaims implements Claims {

    private record Row(
            String stationId,
            String transactionId,
            String tokenType,
            String tokenKey,
            Instant since) {

        private TokenClaim toClaim() {
            return new TokenClaim(stationId, transactionId, since);
        }
    }

    private final DatabaseClient database;

    PostgresClaims(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Result> claim(Wish wish, boolean exclusive) {
        // The insert waits for whoever is inserting the same token until they commit.
        return database.sql(
                        """
                        insert into active_transactions (tenant, station_id, transaction_id,
                          token_type, token_key, exclusive, since)
                        values (:tenant, :station, :transaction, :type, :key, :exclusive, :now)
                        on conflict do nothing
                        """)
                .bind("tenant", wish.station().tenant())
                .bind("station", wish.station().stationId())
                .bind("transaction", wish.transactionId())
                .bind("type", wish.token().type())
                .bind("key", wish.token().key())
                .bind("exclusive", exclusive)
                .bind("now", wish.now())
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.just(new Granted()) : conflict(wish));
    }

    private Mono<Result> conflict(Wish wish) {
        return own(wish)
                .map(row -> judge(wish, row))
                .switchIfEmpty(of(wish.token()).next().map(HeldBy::new))
                .switchIfEmpty(
                        Mono.error(() ->
                                new ConcurrencyFailureException(
                                        "the claim on " + wish.token() + " just ended")));
    }

    private static Result judge(Wish wish, Row row) {
        TokenKey token = new TokenKey(wish.token().tenant(), row.tokenType, row.tokenKey);
        return token.equals(wish.token()) ? new Granted() : new OtherToken(token);
    }

    private Mono<Row> own(Wish wish) {
        return database.sql(
                        """
                        select station_id, transaction_id, token_type, token_key, since
                        from active_transactions
                        where tenant = :tenant and station_id = :station
                          and transaction_id = :transaction
                        """)
                .bind("tenant", wish.station().tenant())
                .bind("station", wish.station().stationId())
                .bind("transaction", wish.transactionId())
                .mapProperties(Row.class)
                .one();
    }

    @Override
    public Flux<TokenClaim> of(TokenKey token) {
        return database.sql(
                        """
                        select station_id, transaction_id, token_type, token_key, since
                        from active_transactions
                        where tenant = :tenant and token_type = :type and token_key = :key
                        order by since
                        """)
                .bindProperties(token)
                .mapProperties(Row.class)
                .all()
                .map(Row::toClaim);
    }

    @Override
    public Mono<Map<TokenKey, Collection<TokenClaim>>> of(Collection<TokenKey> asked) {
        List<TokenKey> tokens = List.copyOf(asked);
        return database.sql(
                        """
                        select asked.place, station_id, transaction_id, since
                        from unnest(:tenants, :types, :keys) with ordinality
                            as asked (tenant, type, token_key, place)
                          join active_transactions known on known.tenant = asked.tenant
                            and known.token_type = asked.type and known.token_key = asked.token_key
                        """)
                .bind("tenants", all(tokens, String.class, TokenKey::tenant))
                .bind("types", all(tokens, String.class, TokenKey::type))
                .bind("keys", all(tokens, String.class, TokenKey::key))
                .map(PostgresClaims::held)
                .all()
                .collectMultimap(held -> tokens.get(held.place() - 1), Held::claim);
    }

    /** A claim on the token in that place of those that were asked for. */
    private record Held(int place, TokenClaim claim) {}

    private static Held held(Readable row) {
        return new Held(
                required(row.get("place", Integer.class)),
                new TokenClaim(
                        required(row.get("station_id", String.class)),
                        required(row.get("transaction_id", String.class)),
                        required(row.get("since", Instant.class))));
    }

    private static <T> T required(@Nullable T column) {
        return Objects.requireNonNull(column, "a claim is incomplete");
    }

    @Override
    public Mono<Void> release(StationKey station, String transactionId) {
        return database.sql(
                        """
                        delete from active_transactions
                        where tenant = :tenant and station_id = :station
                          and transaction_id = :transaction
                        """)
                .bind("tenant", station.tenant())
                .bind("station", station.stationId())
                .bind("transaction", transactionId)
                .then();
    }
}
