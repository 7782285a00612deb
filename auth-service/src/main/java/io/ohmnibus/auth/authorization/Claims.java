/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which token each running transaction uses. */
interface Claims {

    /** How a claim ended. */
    sealed interface Result {

        /** The transaction has the token, now or since before. */
        record Granted() implements Result {}

        /** Another transaction has the token. */
        record HeldBy(TokenClaim other) implements Result {}

        /** The transaction was authorized with another token. */
        record OtherToken(TokenKey token) implements Result {}
    }

    /**
     * A transaction that wants a token.
     *
     * @param exclusive no other transaction may use the token
     */
    record Wish(
            StationKey station,
            String transactionId,
            TokenKey token,
            boolean exclusive,
            Instant now) {}

    /**
     * Gives each token to the transaction that wants it, or tells who has it; the results are in
     * the order of the wishes, which are of different transactions. Atomic: of several that want an
     * exclusive token at the same time, one gets it.
     */
    Mono<List<Result>> claim(List<Wish> wishes);

    /** The transactions that use a token, oldest first. */
    Flux<TokenClaim> of(TokenKey token);

    /** The transactions that use each of these tokens; tokens without one are missing. */
    Mono<Map<TokenKey, Collection<TokenClaim>>> of(Collection<TokenKey> tokens);

    /** A transaction of a station. */
    record Running(StationKey station, String transactionId) {}

    /** Ends the claims of transactions; fine when they have none. */
    Mono<Void> release(Collection<Running> transactions);

    /** Ends the claim of a transaction; fine when it has none. */
    default Mono<Void> release(StationKey station, String transactionId) {
        return release(List.of(new Running(station, transactionId)));
    }
}
