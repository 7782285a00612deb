/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/**
 * Makes a {@link Caller} of an accepted token: tenant from {@code tenant}, roles from {@code roles}
 * and Keycloak's {@code realm_access.roles}, narrowed by {@code scope}. A token without tenant is
 * good for nothing here.
 */
final class CallerConverter implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt token) {
        Object tenant = token.getClaims().get("tenant");
        String subject = token.getSubject();
        if (!(tenant instanceof String name) || !TENANT.matcher(name).matches()) {
            return Mono.error(Problem.forbidden("The token names no tenant"));
        }
        if (subject == null || subject.isBlank()) {
            return Mono.error(Problem.forbidden("The token names no subject"));
        }
        Set<String> permissions =
                Permissions.narrow(
                        Permissions.ofRoles(roles(token)), words(token.getClaims().get("scope")));
        Caller caller = new Caller(name, subject, permissions);
        return Mono.just(
                UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
    }

    private static Set<String> roles(Jwt token) {
        Set<String> roles = new TreeSet<>(words(token.getClaims().get("roles")));
        if (token.getClaims().get("realm_access") instanceof Map<?, ?> realm) {
            roles.addAll(words(realm.get("roles")));
        }
        return roles;
    }

    /** A list of texts, or one text with spaces between words: both forms are in use. */
    private static List<String> words(@Nullable Object claim) {
        return switch (claim) {
            case String text -> Arrays.asList(text.strip().split("\\s+", -1));
            case Collection<?> list ->
                    list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
            case null, default -> List.of();
        };
    }
}
