/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.Collection;
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

    /** A transaction that wants a token. */
    record Wish(StationKey station, String transactionId, TokenKey token, Instant now) {}

    /**
     * Gives the token to the transaction, or tells who has it. Atomic: of two transactions that
     * want an exclusive token at the same time, one gets it.
     *
     * @param exclusive no other transaction may use the token
     */
    Mono<Result> claim(Wish wish, boolean exclusive);

    /** The transactions that use a token, oldest first. */
    Flux<TokenClaim> of(TokenKey token);

    /** The transactions that use each of these tokens; tokens without one are missing. */
    Mono<Map<TokenKey, Collection<TokenClaim>>> of(Collection<TokenKey> tokens);

    /** Ends the claim of a transaction; fine when it has none. */
    Mono<Void> release(StationKey station, String transactionId);
}
