/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.observability;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Takes up the trace of a REST request, or begins one, for what goes on from here, and for logs.
 */
final class TraceFilter implements WebFilter, Ordered {

    private static final int BEFORE_SECURITY = -200;

    @Override
    public int getOrder() {
        return BEFORE_SECURITY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String header = exchange.getRequest().getHeaders().getFirst("traceparent");
        Traceparent trace = Traceparent.parse(header).child();
        exchange.getAttributes().put(Traceparent.class.getName(), trace);
        return chain.filter(exchange).contextWrite(trace::in);
    }
}
