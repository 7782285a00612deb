/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import static org.springframework.web.reactive.function.server.RouterFunctions.resources;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.net.URI;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What the all-in-one shows beside the services' APIs: one page of API docs for all of them. */
final class Pages implements HttpHandler {

    private static final ClassPathResource DOCS = new ClassPathResource("pages/docs.html");

    private final HttpHandler pages =
            RouterFunctions.toHttpHandler(
                    route().GET(
                                    "/",
                                    request ->
                                            ServerResponse.temporaryRedirect(URI.create("/docs"))
                                                    .build())
                            .GET(
                                    "/docs",
                                    request ->
                                            ServerResponse.ok()
                                                    .contentType(MediaType.TEXT_HTML)
                                                    .bodyValue(DOCS))
                            .build()
                            .and(
                                    resources(
                                            "/webjars/**",
                                            new ClassPathResource("META-INF/resources/webjars/"))));

    @Override
    public Mono<Void> handle(ServerHttpRequest request, ServerHttpResponse response) {
        return pages.handle(request, response);
    }
}
