/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import io.ohmnibus.platform.observability.LogContext;
import io.ohmnibus.platform.observability.Traceparent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every request that ended in an error with a problem (RFC 9457); logs, once, what nobody
 * expected, and tells nothing of it to the caller.
 */
public final class ProblemHandler implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int BEFORE_SPRING_BOOT = -2;

    private final JsonMapper json;

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return BEFORE_SPRING_BOOT;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(error);
        }
        ProblemDetail problem = Problems.of(error);
        logContext(exchange).around(() -> log(exchange, problem.getStatus(), error));
        HttpHeaders headers = response.getHeaders();
        if (error instanceof ErrorResponse expected) {
            headers.putAll(expected.getHeaders());
        }
        response.setStatusCode(HttpStatusCode.valueOf(problem.getStatus()));
        String path = exchange.getRequest().getPath().value();
        byte[] body = json.writeValueAsBytes(Problems.document(problem, path));
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static LogContext logContext(ServerWebExchange exchange) {
        Traceparent trace = exchange.getAttribute(Traceparent.class.getName());
        return trace == null ? LogContext.EMPTY : LogContext.EMPTY.trace(trace);
    }

    private static void log(ServerWebExchange exchange, int status, Throwable error) {
        String method = exchange.getRequest().getMethod().name();
        String path = exchange.getRequest().getPath().value();
        if (status == 500) {
            LOG.error("{} {} failed", method, path, error);
        } else if (status > 500) {
            LOG.warn("{} {} failed: {}", method, path, error.toString());
        } else {
            LOG.debug("{} {} ended with {}: {}", method, path, status, error.toString());
        }
    }
}
