/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import io.ohmnibus.platform.web.Callers;
import io.ohmnibus.platform.web.RequiresPermission;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request through to a controller of the platform when its caller has the permission that
 * the method asks for; before the body is read, before the request counts as begun.
 */
final class PermissionFilter implements WebFilter, Ordered {

    /** Stands for requests that no controller takes. */
    private static final Object NOBODY = new Object();

    private final RequestMappingHandlerMapping controllers;

    PermissionFilter(RequestMappingHandlerMapping controllers) {
        this.controllers = controllers;
    }

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return controllers
                .getHandler(exchange)
                .defaultIfEmpty(NOBODY)
                .flatMap(handler ->
                        handler instanceof HandlerMethod method && isOurs(method)
                                ? check(exchange, method).then(chain.filter(exchange))
                                : chain.filter(exchange));
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.ohmnibus");
    }

    private static Mono<Void> check(ServerWebExchange exchange, HandlerMethod method) {
        RequiresPermission required = method.getMethodAnnotation(RequiresPermission.class);
        if (required == null) {
            return Mono.error(new AccessDeniedException(method + " names no permission"));
        }
        String permission = fill(required.value(), exchange);
        return Callers.of(exchange)
                .switchIfEmpty(Mono.error(() -> new AccessDeniedException("nobody has called")))
                .doOnNext(caller -> caller.require(permission))
                .then();
    }

    private static String fill(String permission, ServerWebExchange exchange) {
        int open = permission.indexOf('{');
        if (open < 0) {
            return permission;
        }
        String name = permission.substring(open + 1, permission.indexOf('}'));
        Map<String, String> variables =
                exchange.getAttributeOrDefault(
                        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
        @Nullable String value = variables.get(name);
        if (!StringUtils.hasText(value)) {
            throw new AccessDeniedException("no path variable " + name);
        }
        return permission.substring(0, open) + value;
    }
}
