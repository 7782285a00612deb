/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.authorization;

import io.ohmnibus.auth.token.TokenKey;
import io.ohmnibus.contracts.auth.TokenClaim;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The running transactions of a token, and a way out when a station never reports the end of one.
 */
@RestController
class ClaimResource {

    /** What a list of transactions looks like. */
    record ActiveTransactions(List<TokenClaim> items) {

        ActiveTransactions {
            items = List.copyOf(items);
        }
    }

    private final Claims claims;

    ClaimResource(Claims claims) {
        this.claims = claims;
    }

    @Operation(summary = "The transactions that use a token, the oldest first")
    @GetMapping("/tokens/{type}/{idToken}/transactions")
    @RequiresPermission("tokens:read")
    Mono<ActiveTransactions> list(
            Caller caller, @PathVariable String type, @PathVariable String idToken) {
        return claims.of(key(caller, type, idToken)).collectList().map(ActiveTransactions::new);
    }

    @Operation(summary = "Lets the token charge elsewhere although this transaction has not ended")
    @DeleteMapping("/tokens/{type}/{idToken}/transactions/{stationId}/{transactionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("tokens:write")
    Mono<Void> release(
            Caller caller,
            @PathVariable String type,
            @PathVariable String idToken,
            @PathVariable String stationId,
            @PathVariable String transactionId) {
        return claims.of(key(caller, type, idToken))
                .filter(claim -> claim.stationId().equals(stationId))
                .filter(claim -> claim.transactionId().equals(transactionId))
                .next()
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("The token runs no such transaction")))
                .flatMap(claim ->
                        claims.release(
                                new StationKey(caller.tenant(), claim.stationId()),
                                claim.transactionId()));
    }

    private static TokenKey key(Caller caller, String type, String idToken) {
        TokenKey key = TokenKey.of(caller.tenant(), type, idToken);
        if (!key.storable()) {
            throw Problem.notFound("There is no such token");
        }
        return key;
    }
}
