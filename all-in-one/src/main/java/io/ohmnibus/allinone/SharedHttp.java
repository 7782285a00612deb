/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.allinone;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.ReactiveWebServerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** One HTTP server for all services: {@code /api/<service>} goes to the service of that name. */
final class SharedHttp implements AutoCloseable {

    private static final int SEGMENT = "/api/".length();

    private final Map<String, HttpHandler> services = new ConcurrentHashMap<>();
    private final HttpHandler otherwise;
    private final DisposableServer server;

    SharedHttp(int port, HttpHandler otherwise) {
        this.otherwise = otherwise;
        this.server =
                HttpServer.create()
                        .port(port)
                        .handle(new ReactorHttpHandlerAdapter(this::route))
                        .bindNow(Duration.ofSeconds(10));
    }

    int port() {
        return server.port();
    }

    private Mono<Void> route(ServerHttpRequest request, ServerHttpResponse response) {
        String path = request.getPath().value();
        return service(path)
                .map(services::get)
                .orElseGet(() -> path.startsWith("/api/") ? SharedHttp::notThere : otherwise)
                .handle(request, response);
    }

    private static Optional<String> service(String path) {
        if (!path.startsWith("/api/")) {
            return Optional.empty();
        }
        int end = path.indexOf('/', SEGMENT);
        return Optional.of(end < 0 ? path.substring(SEGMENT) : path.substring(SEGMENT, end));
    }

    private static Mono<Void> notThere(ServerHttpRequest request, ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.NOT_FOUND);
        return response.setComplete();
    }

    /** What a service's context takes for its own web server. */
    ReactiveWebServerFactory serving(String service) {
        return handler -> new Mount(service, handler);
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(5));
    }

    private final class Mount implements WebServer {

        private final String service;
        private final HttpHandler handler;

        Mount(String service, HttpHandler handler) {
            this.service = service;
            this.handler = handler;
        }

        @Override
        public void start() {
            services.put(service, handler);
        }

        @Override
        public void stop() {
            services.remove(service, handler);
        }

        @Override
        public int getPort() {
            return SharedHttp.this.port();
        }
    }
}
