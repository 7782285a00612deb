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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table {@code active_transactions}. Tokens for a single transaction go with their claim. */
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

    private static final int ATTEMPTS = 3;

    private final DatabaseClient database;

    PostgresClaims(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<List<Result>> claim(List<Wish> wishes) {
        return claim(wishes, ATTEMPTS).map(results -> wishes.stream().map(results::get).toList());
    }

    /** What is in nobody's way any more when we look is tried again. */
    private Mono<Map<Wish, Result>> claim(List<Wish> wishes, int attempts) {
        if (wishes.isEmpty()) {
            return Mono.just(Map.of());
        }
        return granted(wishes)
                .flatMap(granted -> {
                    List<Wish> others =
                            wishes.stream().filter(wish -> !granted.containsKey(wish)).toList();
                    return Mono.just(granted)
                            .flatMap(some -> with(some, conflicts(others)))
                            .flatMap(some -> with(some, undecided(wishes, some, attempts)));
                });
    }

    private Mono<Map<Wish, Result>> undecided(
            List<Wish> wishes, Map<Wish, Result> decided, int attempts) {
        List<Wish> left = wishes.stream().filter(wish -> !decided.containsKey(wish)).toList();
        if (!left.isEmpty() && attempts == 1) {
            return Mono.error(
                    new ConcurrencyFailureException(
                            "the claim on " + left.getFirst().token() + " just ended"));
        }
        return claim(left, attempts - 1);
    }

    private static Mono<Map<Wish, Result>> with(
            Map<Wish, Result> some, Mono<Map<Wish, Result>> more) {
        return more.map(others -> {
            Map<Wish, Result> all = new HashMap<>(some);
            all.putAll(others);
            return all;
        });
    }

    /**
     * The inserts wait for whoever is inserting the same token until they commit; always in the
     * same order, so that no two batches wait for each other.
     */
    private Mono<Map<Wish, Result>> granted(List<Wish> wishes) {
        Map<Running, Wish> byTransaction = byTransaction(wishes);
        return database.sql(
                        """
                        insert into active_transactions (tenant, station_id, transaction_id,
                          token_type, token_key, exclusive, since)
                        select * from unnest(:tenants, :stations, :transactions, :types, :keys,
                          :exclusive, :since) as wish (tenant, station_id, transaction_id,
                          token_type, token_key, exclusive, since)
                        order by tenant, token_type, token_key, station_id, transaction_id
                        on conflict do nothing
                        returning tenant, station_id, transaction_id
                        """)
                .bind("tenants", all(wishes, String.class, wish -> wish.station().tenant()))
                .bind("stations", all(wishes, String.class, wish -> wish.station().stationId()))
                .bind("transactions", all(wishes, String.class, Wish::transactionId))
                .bind("types", all(wishes, String.class, wish -> wish.token().type()))
                .bind("keys", all(wishes, String.class, wish -> wish.token().key()))
                .bind("exclusive", all(wishes, Boolean.class, Wish::exclusive))
                .bind("since", all(wishes, Instant.class, Wish::now))
                .map(row -> required(byTransaction.get(running(row))))
                .all()
                .collectMap(wish -> wish, _ -> new Granted());
    }

    private static Map<Running, Wish> byTransaction(List<Wish> wishes) {
        Map<Running, Wish> byTransaction = HashMap.newHashMap(wishes.size());
        wishes.forEach(
                wish -> byTransaction.put(new Running(wish.station(), wish.transactionId()), wish));
        return byTransaction;
    }

    private static Running running(Readable row) {
        return new Running(
                new StationKey(
                        required(row.get("tenant", String.class)),
                        required(row.get("station_id", String.class))),
                required(row.get("transaction_id", String.class)));
    }

    /** Why wishes were not granted: the transaction has a token, or another one has theirs. */
    private Mono<Map<Wish, Result>> conflicts(List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return Mono.just(Map.of());
        }
        return own(wishes)
                .flatMap(own -> {
                    List<Wish> others =
                            wishes.stream().filter(wish -> !own.containsKey(wish)).toList();
                    return with(own, heldByOthers(others));
                });
    }

    private Mono<Map<Wish, Result>> own(List<Wish> wishes) {
        Map<Running, Wish> byTransaction = byTransaction(wishes);
        return database.sql(
                        """
                        select tenant, station_id, transaction_id, known.token_type, known.token_key
                        from unnest(:tenants, :stations, :transactions)
                            as wish (tenant, station_id, transaction_id)
                          join active_transactions known
                            using (tenant, station_id, transaction_id)
                        """)
                .bind("tenants", all(wishes, String.class, wish -> wish.station().tenant()))
                .bind("stations", all(wishes, String.class, wish -> wish.station().stationId()))
                .bind("transactions", all(wishes, String.class, Wish::transactionId))
                .map(row -> own(byTransaction, row))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map.Entry<Wish, Result> own(Map<Running, Wish> wishes, Readable row) {
        Running running = running(row);
        TokenKey token =
                new TokenKey(
                        running.station().tenant(),
                        required(row.get("token_type", String.class)),
                        required(row.get("token_key", String.class)));
        Wish wish = required(wishes.get(running));
        return Map.entry(wish, token.equals(wish.token()) ? new Granted() : new OtherToken(token));
    }

    private Mono<Map<Wish, Result>> heldByOthers(List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return Mono.just(Map.of());
        }
        return of(wishes.stream().map(Wish::token).distinct().toList())
                .map(held -> {
                    Map<Wish, Result> results = HashMap.newHashMap(wishes.size());
                    for (Wish wish : wishes) {
                        held.getOrDefault(wish.token(), List.of()).stream()
                                .min(Comparator.comparing(TokenClaim::since))
                                .ifPresent(claim -> results.put(wish, new HeldBy(claim)));
                    }
                    return results;
                });
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
    public Mono<Void> release(Collection<Running> transactions) {
        if (transactions.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        with released as (
                          delete from active_transactions
                          where (tenant, station_id, transaction_id) in (
                            select * from unnest(:tenants, :stations, :transactions))
                          returning tenant, token_type, token_key)
                        delete from tokens using released
                        where tokens.tenant = released.tenant and tokens.single_use
                          and tokens.type = released.token_type
                          and tokens.token_key = released.token_key
                        """)
                .bind("tenants", all(transactions, String.class, one -> one.station().tenant()))
                .bind("stations", all(transactions, String.class, one -> one.station().stationId()))
                .bind("transactions", all(transactions, String.class, Running::transactionId))
                .then();
    }
}
