/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/** Gives controller methods their {@link PageRequest}. */
final class PageRequestArgument implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public Object resolveArgumentValue(
            MethodParameter parameter, BindingContext bindings, ServerWebExchange exchange) {
        var query = exchange.getRequest().getQueryParams();
        String cursor = query.getFirst("cursor");
        return new PageRequest(
                cursor == null ? null : Cursor.decode(cursor), limit(query.getFirst("limit")));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return PageRequest.DEFAULT_LIMIT;
        }
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= PageRequest.MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // the same answer as for a number out of range
        }
        throw Problem.badRequest("limit", "must be a number from 1 to " + PageRequest.MAX_LIMIT);
    }
}
