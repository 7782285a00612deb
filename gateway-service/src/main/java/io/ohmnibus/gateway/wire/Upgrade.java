/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.adapter.ReactorNettyWebSocketSession;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Completes the handshake of a WebSocket and puts a {@link Guard} before it. WebFlux's own strategy
 * keeps the headers of the request as long as the connection lives, and cannot be guarded.
 */
public final class Upgrade {

    /** Name of a handler that has its place in a pipeline only until the WebSocket is open. */
    public static final String THRESHOLD = "ohmnibus.threshold";

    private static final URI NOWHERE = URI.create("/");
    private static final List<String> HANDSHAKE_LIMITS =
            List.of(THRESHOLD, NettyPipeline.ReadTimeoutHandler, NettyPipeline.IdleTimeoutHandler);

    private final Limits limits;

    public Upgrade(Limits limits) {
        this.limits = limits;
    }

    /** What runs as long as the WebSocket is open. */
    @FunctionalInterface
    public interface Handler {

        Mono<Void> handle(WebSocketSession socket, Guard guard);
    }

    /** Answers with 101 and the sub-protocol, or without one, and then runs the handler. */
    public Mono<Void> complete(
            ServerWebExchange exchange, @Nullable String subprotocol, Handler handler) {
        HttpServerRequest request =
                ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        ServerHttpResponse response = exchange.getResponse();
        HttpServerResponse reply = ServerHttpResponseDecorator.getNativeResponse(response);
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
        WebsocketServerSpec spec = spec(request.requestHeaders(), subprotocol);
        HandshakeInfo empty =
                new HandshakeInfo(
                        NOWHERE,
                        new org.springframework.http.HttpHeaders(),
                        Mono.empty(),
                        subprotocol);
        Mono<Void> open =
                Mono.defer(() ->
                        reply.sendWebsocket(
                                (in, out) -> {
                                    in.headers().clear();
                                    Guard guard = new Guard(limits);
                                    in.withConnection(connection -> fit(connection, guard));
                                    return handler.handle(
                                            new ReactorNettyWebSocketSession(
                                                    in, out, empty, buffers, limits.maxFrame()),
                                            guard);
                                },
                                spec));
        return response.setComplete().then(unlessGone(request, open));
    }

    /** The station may have left while it was decided; its event loop knows. */
    private static Mono<Void> unlessGone(HttpServerRequest request, Mono<Void> open) {
        AtomicReference<Channel> channel = new AtomicReference<>();
        request.withConnection(connection -> channel.set(connection.channel()));
        return Mono.defer(() -> channel.get().isActive() ? open : Mono.empty())
                .subscribeOn(Schedulers.fromExecutor(channel.get().eventLoop()));
    }

    /** Netty sees the headers as they should have been sent: one line, one choice. */
    private WebsocketServerSpec spec(HttpHeaders headers, @Nullable String subprotocol) {
        WebsocketServerSpec.Builder spec =
                WebsocketServerSpec.builder()
                        .maxFramePayloadLength(limits.maxFrame())
                        .handlePing(false);
        if (subprotocol == null) {
            headers.remove(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
        } else {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL, subprotocol);
            spec.protocols(subprotocol);
        }
        List<String> offers = headers.getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
        String extension = Compression.chosen(offers);
        if (extension == null) {
            headers.remove(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS);
        } else {
            headers.set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, extension);
            spec.compress(true)
                    .compressionAllowServerNoContext(true)
                    .compressionPreferredClientNoContext(true)
                    .maxDecompressionBufferSize(limits.maxFrame());
        }
        return spec.build();
    }

    /**
     * Puts the handlers in their places: a decoder that leaves closing to the guard, the check of
     * UTF-8, the joining of fragments, the guard.
     */
    private void fit(Connection connection, Guard guard) {
        ChannelPipeline pipeline = connection.channel().pipeline();
        // The limits of a handshake end with it: a WebSocket may be silent between two pings.
        HANDSHAKE_LIMITS.stream().filter(pipeline.names()::contains).forEach(pipeline::remove);
        WebSocketDecoderConfig strict =
                WebSocketDecoderConfig.newBuilder()
                        .maxFramePayloadLength(limits.maxFrame())
                        .allowExtensions(true)
                        .closeOnProtocolViolation(false)
                        .build();
        ChannelHandler lenient = (ChannelHandler) pipeline.get(WebSocketFrameDecoder.class);
        pipeline.replace(lenient, "wsdecoder", new WebSocket13FrameDecoder(strict));
        connection.addHandlerLast("ohmnibus.utf8", new Utf8FrameValidator(false));
        // Under this name it stands in for the one that WebFlux would add.
        connection.addHandlerLast(
                NettyPipeline.WsFrameAggregator, new WebSocketFrameAggregator(limits.maxFrame()));
        connection.addHandlerLast("ohmnibus.guard", guard);
    }
}
