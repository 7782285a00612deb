/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import io.ohmnibus.platform.web.ProblemHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers 401 and 403 like every other problem. */
final class ProblemSecurity implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final ProblemHandler problems;

    ProblemSecurity(ProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        boolean invalid = error instanceof OAuth2AuthenticationException;
        exchange.getResponse()
                .getHeaders()
                .set(
                        HttpHeaders.WWW_AUTHENTICATE,
                        invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
        return problems.handle(exchange, error);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException error) {
        return problems.handle(exchange, error);
    }
}
