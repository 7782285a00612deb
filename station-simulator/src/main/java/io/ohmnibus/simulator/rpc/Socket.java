/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.rpc;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** An open WebSocket to the CSMS. */
final class Socket {

    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final int NO_STATUS_RECEIVED = 1005;
    private static final int CLOSED_ABNORMALLY = 1006;

    /** Told on the event loop what happens on the socket; must not wait. */
    interface Events {

        /** Before anything else. */
        void opened(Socket socket);

        void received(byte[] text);

        /** Once, after the last {@link #received}. */
        void closed(Closed closed);
    }

    private final Channel channel;

    private Socket(Channel channel) {
        this.channel = channel;
    }

    /** Connects and shakes hands; waits for it. */
    static Socket open(Endpoint endpoint, Events events) {
        var opened = new CompletableFuture<Socket>();
        new Bootstrap()
                .group(Shared.EVENT_LOOPS)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) endpoint.timeout().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(
                        new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                fill(channel, endpoint, new Handler(events, opened));
                            }
                        })
                .connect(endpoint.uri().getHost(), endpoint.port())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        opened.completeExceptionally(connected.cause());
                    }
                });
        try {
            return opened.get();
        } catch (ExecutionException e) {
            throw failed(endpoint, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var _ = opened.thenAccept(Socket::drop);
            throw failed(endpoint, e);
        }
    }

    private static void fill(Channel channel, Endpoint endpoint, Handler handler) {
        var pipeline = channel.pipeline();
        var ssl = endpoint.tls();
        if (ssl != null) {
            pipeline.addLast(
                    ssl.newHandler(channel.alloc(), endpoint.uri().getHost(), endpoint.port()));
        }
        var headers = new DefaultHttpHeaders();
        if (endpoint.authorization() != null) {
            headers.set("Authorization", endpoint.authorization());
        }
        var config =
                WebSocketClientProtocolConfig.newBuilder()
                        .webSocketUri(endpoint.uri())
                        .subprotocol(endpoint.subprotocols())
                        .customHeaders(headers)
                        .generateOriginHeader(false)
                        .maxFramePayloadLength(LONGEST_MESSAGE)
                        .handleCloseFrames(false)
                        .handshakeTimeoutMillis(endpoint.timeout().toMillis())
                        .build();
        pipeline.addLast(new HttpClientCodec(), new HttpObjectAggregator(LONGEST_MESSAGE));
        pipeline.addLast(new WebSocketClientProtocolHandler(config));
        pipeline.addLast(new WebSocketFrameAggregator(LONGEST_MESSAGE));
        pipeline.addLast(handler);
    }

    private static ConnectFailedException failed(Endpoint endpoint, Throwable cause) {
        int status = 0;
        var text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        if (cause instanceof WebSocketClientHandshakeException refused
                && refused.response() != null) {
            status = refused.response().status().code();
            text = status == 101 ? text : "HTTP " + refused.response().status();
        }
        return new ConnectFailedException(
                "Cannot connect to " + endpoint.uri() + ": " + text, status, cause);
    }

    void send(byte[] text) {
        var _ =
                channel.writeAndFlush(
                        new TextWebSocketFrame(Unpooled.wrappedBuffer(text)),
                        channel.voidPromise());
    }

    /** Closes with a close frame. */
    void close(int code, String reason) {
        channel.writeAndFlush(new CloseWebSocketFrame(code, reason))
                .addListener(ChannelFutureListener.CLOSE);
    }

    /** Lets go of the TCP connection without a word, as when the network fails. */
    void drop() {
        var _ = channel.close();
    }

    private static final class Handler extends SimpleChannelInboundHandler<WebSocketFrame> {

        private final Events events;
        private final CompletableFuture<Socket> opened;
        private @Nullable Closed closed;

        Handler(Events events, CompletableFuture<Socket> opened) {
            this.events = events;
            this.opened = opened;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event)
                throws Exception {
            if (event
                    == WebSocketClientProtocolHandler.ClientHandshakeStateEvent
                            .HANDSHAKE_COMPLETE) {
                var socket = new Socket(context.channel());
                events.opened(socket);
                opened.complete(socket);
            }
            super.userEventTriggered(context, event);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            switch (frame) {
                case TextWebSocketFrame text ->
                        events.received(ByteBufUtil.getBytes(text.content()));
                case CloseWebSocketFrame close -> {
                    int code = close.statusCode() < 0 ? NO_STATUS_RECEIVED : close.statusCode();
                    closed = new Closed(code, close.reasonText());
                    context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
                }
                default -> {}
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            var reason = closed == null ? new Closed(CLOSED_ABNORMALLY, "connection lost") : closed;
            if (!opened.completeExceptionally(new ClosedChannelException())
                    && !opened.isCompletedExceptionally()) {
                events.closed(reason);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            opened.completeExceptionally(cause);
            var _ = context.close();
        }
    }
}
