/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.idempotency;

import io.ohmnibus.platform.web.Caller;
import io.ohmnibus.platform.web.Callers;
import io.ohmnibus.platform.web.CsvBody;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.platform.web.ProblemHandler;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Runs a request with an {@code Idempotency-Key} once, and repeats its answer. */
final class IdempotencyFilter implements WebFilter, Ordered {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyFilter.class);
    private static final int AFTER_PERMISSIONS = 10;
    private static final int MAX_BODY = 1024 * 1024;
    private static final byte[] EMPTY = {};
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Set<HttpMethod> ACTING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final IdempotencyKeys keys;
    private final ProblemHandler problems;

    IdempotencyFilter(IdempotencyKeys keys, ProblemHandler problems) {
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return AFTER_PERMISSIONS;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        List<String> values = exchange.getRequest().getHeaders().getOrEmpty(KEY);
        if (values.isEmpty() || !ACTING.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        String key = values.getFirst();
        if (values.size() > 1 || !KEY_FORM.matcher(key).matches()) {
            return Mono.error(
                    Problem.badRequest(KEY, "must be one word of up to 255 printable characters"));
        }
        return Callers.of(exchange)
                .switchIfEmpty(Mono.error(() -> Problem.badRequest(KEY, "needs a caller")))
                .zipWith(body(exchange.getRequest()))
                .flatMap(both -> once(exchange, chain, key, both.getT1(), both.getT2()));
    }

    private Mono<Void> once(
            ServerWebExchange exchange,
            WebFilterChain chain,
            String key,
            Caller caller,
            byte[] body) {
        KeyedRequest request = KeyedRequest.of(caller, key, exchange.getRequest(), body);
        return keys.claim(request)
                .flatMap(claim ->
                        switch (claim) {
                            case Claim.Granted granted ->
                                    run(exchange, chain, body, keep(request, granted));
                            case Claim.Answered(var answer) ->
                                    repeat(exchange.getResponse(), answer);
                            case Claim.Running _ ->
                                    Mono.error(Problem.conflict("This request is still running"));
                            case Claim.Other _ ->
                                    Mono.error(
                                            Problem.unprocessable(
                                                    "This key belongs to another request"));
                        });
    }

    private Mono<Void> run(
            ServerWebExchange exchange, WebFilterChain chain, byte[] body, Keeper keeper) {
        RecordedResponse response = new RecordedResponse(exchange.getResponse(), keeper::keep);
        ServerWebExchange recorded =
                exchange.mutate()
                        .request(new RepeatableRequest(exchange.getRequest(), body))
                        .response(response)
                        .build();
        return chain.filter(recorded)
                .onErrorResume(error -> problems.handle(recorded, error))
                .then(response.completeIfSilent());
    }

    /** Takes the answer of a request that was run. */
    private interface Keeper {
        Mono<Void> keep(Answer answer);
    }

    private Keeper keep(KeyedRequest request, Claim.Granted claim) {
        return answer -> {
            Mono<?> kept =
                    counts(answer.status())
                            ? keys.complete(request, claim, answer)
                            : keys.release(request, claim);
            // The effect stands whatever happens to the key, so the answer leaves.
            return kept.then()
                    .onErrorResume(error -> {
                        LOG.warn("An answer could not be kept: {}", error.toString());
                        return Mono.empty();
                    });
        };
    }

    /** Whether the same request would end the same way again. */
    private static boolean counts(int status) {
        return status < 500 && status != 401 && status != 403 && status != 429;
    }

    private static Mono<Void> repeat(ServerHttpResponse response, Answer answer) {
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        HttpHeaders headers = response.getHeaders();
        headers.set(REPLAYED, "true");
        if (answer.contentType() != null) {
            headers.set(HttpHeaders.CONTENT_TYPE, answer.contentType());
        }
        if (answer.location() != null) {
            headers.set(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.body().length == 0) {
            return response.setComplete();
        }
        headers.setContentLength(answer.body().length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(answer.body())));
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        boolean csv = type != null && type.isCompatibleWith(MediaType.valueOf("text/csv"));
        return DataBufferUtils.join(request.getBody(), csv ? CsvBody.MAX_BYTES : MAX_BODY)
                .map(RecordedResponse::bytes)
                .defaultIfEmpty(EMPTY);
    }
}
