/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

class UpgradeTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String KNOCK =
            """
            GET /ocpp/CS-1 HTTP/1.1\r
            Host: localhost\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Version: 13\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Protocol: ocpp2.1\r
            \r
            """;

    private final Upgrade upgrade = new Upgrade(new Limits(1 << 20, Duration.ofSeconds(30)));
    private final CompletableFuture<String> outcome = new CompletableFuture<>();
    private final CompletableFuture<Void> knocked = new CompletableFuture<>();

    /** Decides when the station has left: nothing opens, and nothing breaks. */
    private Mono<Void> tooLate(ServerWebExchange exchange) {
        HttpServerRequest request =
                ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        request.withConnection(connection -> {
            Channel channel = connection.channel();
            channel.closeFuture()
                    .addListener(_ ->
                            upgrade.complete(
                                            exchange,
                                            "ocpp2.1",
                                            (socket, guard) ->
                                                    Mono.fromRunnable(
                                                            () -> outcome.complete("opened")))
                                    .subscribe(
                                            null,
                                            outcome::completeExceptionally,
                                            () -> outcome.complete("nothing")));
        });
        knocked.complete(null);
        return Mono.never();
    }

    @Test
    void opensNothingForAStationThatHasLeft() throws Exception {
        DisposableServer server =
                HttpServer.create()
                        .handle(
                                new ReactorHttpHandlerAdapter(
                                        WebHttpHandlerBuilder.webHandler(this::tooLate).build()))
                        .bindNow();
        try {
            knockAndLeave(server.port());
            assertThat(outcome.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo("nothing");
        } finally {
            server.disposeNow();
        }
    }

    private void knockAndLeave(int port) throws IOException {
        try (Socket station = new Socket(InetAddress.getLoopbackAddress(), port)) {
            station.getOutputStream().write(KNOCK.getBytes(US_ASCII));
            knocked.join();
        }
    }
}
