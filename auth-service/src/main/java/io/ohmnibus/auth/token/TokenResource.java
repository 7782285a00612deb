/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.Problem.Violation;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The tokens of the caller's tenant. */
@RestController
class TokenResource {

    private final Tokens tokens;

    TokenResource(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Adds a token; a virtual one, of type Central, gets an id when it has none. */
    @Operation(summary = "Adds a token")
    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresPermission("tokens:write")
    Mono<TokenDocument> create(Caller caller, @RequestBody TokenDocument entered) {
        Token token = checked(entered.named(() -> UUID.randomUUID().toString()));
        return tokens.add(caller.tenant(), token)
                .flatMap(added ->
                        added
                                ? Mono.just(TokenDocument.of(token))
                                : Mono.error(Problem.conflict("There is such a token")));
    }

    @Operation(summary = "Tokens by id, then type")
    @GetMapping("/tokens")
    @RequiresPermission("tokens:read")
    Mono<Page<TokenDocument>> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String group) {
        return tokens.list(new Tokens.Filter(caller.tenant(), type, status, group), page)
                .map(found -> found.map(TokenDocument::of));
    }

    @Operation(summary = "One token")
    @GetMapping("/tokens/{type}/{idToken}")
    @RequiresPermission("tokens:read")
    Mono<TokenDocument> get(
            Caller caller, @PathVariable String type, @PathVariable String idToken) {
        return tokens.find(key(caller, type, idToken))
                .map(TokenDocument::of)
                .switchIfEmpty(Mono.error(TokenResource::unknown));
    }

    /** Replaces a token; type and idToken may be left out of the body. */
    @Operation(summary = "Replaces a token")
    @PutMapping("/tokens/{type}/{idToken}")
    @RequiresPermission("tokens:write")
    Mono<TokenDocument> replace(
            Caller caller,
            @PathVariable String type,
            @PathVariable String idToken,
            @RequestBody TokenDocument entered) {
        TokenKey key = key(caller, type, idToken);
        Token token = checked(entered.identifiedBy(type, idToken));
        if (!TokenKey.of(caller.tenant(), token.type(), token.idToken()).equals(key)) {
            throw Problem.badRequest("idToken", "is not the one in the path");
        }
        return tokens.find(key)
                .switchIfEmpty(Mono.error(TokenResource::unknown))
                .then(tokens.save(caller.tenant(), List.of(token)))
                .thenReturn(TokenDocument.of(token));
    }

    /** Removes a token; stations that ask are told Unknown from then on. */
    @Operation(summary = "Removes a token")
    @DeleteMapping("/tokens/{type}/{idToken}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequiresPermission("tokens:write")
    Mono<Void> delete(Caller caller, @PathVariable String type, @PathVariable String idToken) {
        return tokens.remove(key(caller, type, idToken))
                .flatMap(removed -> removed ? Mono.empty() : Mono.error(unknown()));
    }

    private static Token checked(TokenDocument entered) {
        List<Violation> violations = TokenRules.violations(entered);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return TokenRules.token(entered);
    }

    private static TokenKey key(Caller caller, String type, String idToken) {
        TokenKey key = TokenKey.of(caller.tenant(), type, idToken);
        if (!key.storable()) {
            throw unknown();
        }
        return key;
    }

    private static Problem unknown() {
        return Problem.notFound("There is no such token");
    }
}
