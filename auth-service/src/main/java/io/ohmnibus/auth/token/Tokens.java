/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The tokens that are known. */
public interface Tokens {

    /** What to list; null leaves a filter out. The group is compared without regard to case. */
    record Filter(
            String tenant,
            @Nullable String type,
            @Nullable String status,
            @Nullable String group) {}

    /** The token as it was entered, or empty. */
    Mono<Token> find(TokenKey key);

    /** Those of the tokens that are known, with what their groups say in place of them. */
    Mono<Map<TokenKey, Token>> find(Collection<TokenKey> keys);

    /** Tokens by id, then type. */
    Mono<Page<Token>> list(Filter filter, PageRequest page);

    /** Adds tokens, or replaces those that exist; of equal ones in the list, the last counts. */
    Mono<Void> save(String tenant, List<Token> tokens);

    /** Adds a token; false when there is an equal one. */
    Mono<Boolean> add(String tenant, Token token);

    /** Removes a token; false when there is none. */
    Mono<Boolean> remove(TokenKey key);
}
