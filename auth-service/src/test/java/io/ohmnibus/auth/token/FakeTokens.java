/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.token;

import io.ohmnibus.platform.web.Cursor;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tokens in memory. */
public final class FakeTokens implements Tokens {

    private final Map<TokenKey, Token> tokens = new HashMap<>();

    @Override
    public Mono<Token> find(TokenKey key) {
        return Mono.fromSupplier(() -> tokens.get(key));
    }

    @Override
    public Mono<Map<TokenKey, Token>> find(Collection<TokenKey> keys) {
        return Mono.fromSupplier(() -> {
            Map<TokenKey, Token> known = new HashMap<>(tokens);
            known.keySet().retainAll(keys);
            return known;
        });
    }

    @Override
    public Mono<Page<Token>> list(Filter filter, PageRequest page) {
        return Mono.fromSupplier(() ->
                Page.of(
                        tokens.entrySet().stream()
                                .filter(entry -> matches(entry.getKey(), filter))
                                .filter(entry -> matches(entry.getValue(), filter))
                                .filter(entry -> isAfter(entry.getKey(), page.cursor()))
                                .sorted(Map.Entry.comparingByKey(ORDER))
                                .map(Map.Entry::getValue)
                                .limit(page.fetch())
                                .toList(),
                        page,
                        token -> cursor(TokenKey.of("", token.type(), token.idToken()))));
    }

    private static final Comparator<TokenKey> ORDER =
            Comparator.comparing(TokenKey::key).thenComparing(TokenKey::type);

    private static Cursor cursor(TokenKey key) {
        return Cursor.of(key.key(), key.type());
    }

    private static boolean isAfter(TokenKey key, @Nullable Cursor cursor) {
        return cursor == null
                || ORDER.compare(key, new TokenKey("", cursor.text(1), cursor.text(0))) > 0;
    }

    private static boolean matches(TokenKey key, Filter filter) {
        return key.tenant().equals(filter.tenant())
                && (filter.type() == null || key.type().equals(filter.type()));
    }

    private static boolean matches(Token token, Filter filter) {
        Token.Group group = token.group();
        return (filter.status() == null || token.status().wireName().equals(filter.status()))
                && (filter.group() == null
                        || (group != null && group.idToken().equalsIgnoreCase(filter.group())));
    }

    @Override
    public Mono<Void> save(String tenant, List<Token> saved) {
        return Mono.fromRunnable(() ->
                saved.forEach(token ->
                        tokens.put(TokenKey.of(tenant, token.type(), token.idToken()), token)));
    }

    @Override
    public Mono<Boolean> add(String tenant, Token token) {
        return Mono.fromSupplier(() ->
                tokens.putIfAbsent(TokenKey.of(tenant, token.type(), token.idToken()), token)
                        == null);
    }

    @Override
    public Mono<Boolean> remove(TokenKey key) {
        return Mono.fromSupplier(() -> tokens.remove(key) != null);
    }
}
