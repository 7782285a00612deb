/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.TokenClaim;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Claims in memory. */
final class FakeClaims implements Claims {

    private record Held(TokenKey token, boolean exclusive, TokenClaim claim) {}

    private final Map<Running, Held> claims = new LinkedHashMap<>();

    @Override
    public Mono<List<Result>> claim(List<Wish> wishes) {
        return Mono.fromSupplier(() -> wishes.stream().map(this::decide).toList());
    }

    private Result decide(Wish wish) {
        Running running = new Running(wish.station(), wish.transactionId());
        Held own = claims.get(running);
        if (own != null) {
            return own.token.equals(wish.token())
                    ? new Result.Granted()
                    : new Result.OtherToken(own.token);
        }
        Optional<Held> other =
                claims.values().stream()
                        .filter(held -> held.token.equals(wish.token()))
                        .filter(held -> wish.exclusive() && held.exclusive)
                        .findFirst();
        if (other.isPresent()) {
            return new Result.HeldBy(other.get().claim);
        }
        TokenClaim claim =
                new TokenClaim(wish.station().stationId(), wish.transactionId(), wish.now());
        claims.put(running, new Held(wish.token(), wish.exclusive(), claim));
        return new Result.Granted();
    }

    @Override
    public Flux<TokenClaim> of(TokenKey token) {
        return Flux.defer(() ->
                Flux.fromStream(
                        claims.values().stream()
                                .filter(held -> held.token.equals(token))
                                .map(Held::claim)));
    }

    @Override
    public Mono<Map<TokenKey, Collection<TokenClaim>>> of(Collection<TokenKey> tokens) {
        return Flux.defer(() -> Flux.fromIterable(claims.values()))
                .filter(held -> tokens.contains(held.token))
                .collectMultimap(Held::token, Held::claim);
    }

    @Override
    public Mono<Void> release(Collection<Running> transactions) {
        return Mono.fromRunnable(() -> claims.keySet().removeAll(transactions));
    }
}
