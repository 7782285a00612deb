/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A WebSocket with nothing around it: the load must cost little beside what is measured. */
final class StationSocket {

    private static final Duration HANDSHAKE = Duration.ofSeconds(60);
    private static final int MAX_RESPONSE = 65_536;

    /** One thread for all stations, which leaves the rest of the machine to the platform. */
    private static final MultiThreadIoEventLoopGroup LOOP =
            new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("load", true), NioIoHandler.newFactory());

    /** Told on the event loop. */
    interface Listener {

        /** A text message. */
        void received(StationSocket socket, String text);

        /** The connection is gone. */
        void closed();
    }

    private final Channel channel;

    private StationSocket(Channel channel) {
        this.channel = channel;
    }

    /** The thread that everything of stations happens on. */
    static EventLoop loop() {
        return (EventLoop) LOOP.next();
    }

    /**
     * Connects with HTTP Basic as a station of OCPP 2.1.
     *
     * @param tls null for a plain connection
     */
    static CompletableFuture<StationSocket> connect(
            URI uri, String user, String password, @Nullable SslContext tls, Listener listener) {
        var opened = new CompletableFuture<StationSocket>();
        var config = upgrade(uri, user, password);
        new Bootstrap()
                .group(LOOP)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(
                        new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                if (tls != null) {
                                    channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                                }
                                channel.pipeline()
                                        .addLast(
                                                new HttpClientCodec(),
                                                new HttpObjectAggregator(MAX_RESPONSE),
                                                new WebSocketClientProtocolHandler(config),
                                                new Handler(listener, opened));
                            }
                        })
                .connect(uri.getHost(), uri.getPort())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        opened.completeExceptionally(connected.cause());
                    }
                });
        return opened;
    }

    private static WebSocketClientProtocolConfig upgrade(URI uri, String user, String password) {
        String credentials =
                Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(uri)
                .subprotocol("ocpp2.1")
                .customHeaders(
                        new DefaultHttpHeaders().set("Authorization", "Basic " + credentials))
                .maxFramePayloadLength(1 << 20)
                .handshakeTimeoutMillis(HANDSHAKE.toMillis())
                .build();
    }

    void send(String text) {
        ByteBuf buffer = ByteBufUtil.writeUtf8(channel.alloc(), text);
        var _ = channel.writeAndFlush(new TextWebSocketFrame(buffer), channel.voidPromise());
    }

    /** Drops the TCP connection. */
    void drop() {
        var _ = channel.close();
    }

    private static final class Handler extends SimpleChannelInboundHandler<TextWebSocketFrame> {

        private final Listener listener;
        private final CompletableFuture<StationSocket> opened;

        Handler(Listener listener, CompletableFuture<StationSocket> opened) {
            this.listener = listener;
            this.opened = opened;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event)
                throws Exception {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                opened.complete(new StationSocket(context.channel()));
            }
            super.userEventTriggered(context, event);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            listener.received(opened.getNow(null), frame.text());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (opened.completeExceptionally(new ClosedChannelException())
                    || opened.isCompletedExceptionally()) {
                return;
            }
            listener.closed();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            opened.completeExceptionally(cause);
            var _ = context.close();
        }
    }
}
