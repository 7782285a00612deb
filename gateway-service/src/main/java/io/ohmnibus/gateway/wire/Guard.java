/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.compression.DecompressionException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the application in the pipeline of one WebSocket: turns what violates the protocol
 * into the right close code, closes as a dialogue (our close frame, the peer's, then TCP), pings a
 * silent peer and gives it up when it stays silent.
 */
public final class Guard extends ChannelDuplexHandler {

    private static final long CLOSE_LIMIT_SECONDS = 5;

    private static final int INTERVALS_TO_WAIT = 3;
    private static final int PINGS_PER_SECOND = 10;
    private static final int PINGS_AT_ONCE = 100;

    private final Budget pings = new Budget(PINGS_PER_SECOND, Duration.ofSeconds(1), PINGS_AT_ONCE);
    private volatile long pingInterval;
    private volatile long lastByteAt = System.nanoTime();
    private volatile @Nullable String closeReason;
    private volatile @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> nextSweep;
    private long sweepAt;
    private boolean stuck;
    private boolean closeSent;
    private boolean closeReceived;
    private @Nullable ChannelPromise delayedClose;

    Guard(Limits limits) {
        this.pingInterval = limits.pingInterval().toNanos();
    }

    /** How long the peer may be silent from now on before it is pinged. */
    public void pingEvery(Duration interval) {
        long nanos = interval.toNanos();
        boolean changed = nanos != pingInterval;
        pingInterval = nanos;
        ChannelHandlerContext ctx = context;
        if (changed && ctx != null) {
            ctx.executor().execute(() -> sweepIn(ctx, nanos - silentNanos()));
        }
    }

    /**
     * Sends a text message, in the order of the calls; may be called from any thread.
     *
     * @param taken called on the event loop when the message has left for the peer, or never will
     */
    public void write(byte[] text, Runnable taken) {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            throw new IllegalStateException("not in its place yet");
        }
        try {
            ctx.executor()
                    .execute(() ->
                            ctx.channel()
                                    .writeAndFlush(
                                            new TextWebSocketFrame(Unpooled.wrappedBuffer(text)))
                                    .addListener(done -> taken.run()));
        } catch (RejectedExecutionException stopped) {
            taken.run(); // the event loops end after the connections
        }
    }

    /** Nanoseconds since the peer sent anything. */
    public long silentNanos() {
        return System.nanoTime() - lastByteAt;
    }

    /** Why the WebSocket ended, as far as it was seen here. */
    public @Nullable String closeReason() {
        return closeReason;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        sweepIn(ctx, pingInterval);
        ctx.channel().closeFuture().addListener(closed -> stopSweeping());
    }

    private void stopSweeping() {
        Future<?> next = nextSweep;
        if (next != null) {
            next.cancel(false);
        }
    }

    private void sweepIn(ChannelHandlerContext ctx, long nanos) {
        stopSweeping();
        if (ctx.channel().isActive()) {
            sweepAt = System.nanoTime() + nanos;
            nextSweep = ctx.executor().schedule(() -> sweep(ctx), nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Any byte is a sign of life: a pong is not needed while data flows. */
    private void sweep(ChannelHandlerContext ctx) {
        if (closeSent) {
            return;
        }
        long interval = pingInterval;
        if (System.nanoTime() - sweepAt > interval) {
            lastByteAt = System.nanoTime(); // this process was paused: the silence was its own
        }
        long silent = silentNanos();
        boolean writable = ctx.channel().isWritable();
        if (silent >= interval * INTERVALS_TO_WAIT) {
            lost(ctx, "silent for too long");
            return;
        }
        if (stuck) { // it may send all the same, pings for example
            lost(ctx, "the station does not read");
            return;
        }
        stuck = !writable;
        if (silent >= interval && writable) {
            var _ = ctx.writeAndFlush(new PingWebSocketFrame());
        }
        sweepIn(ctx, interval - silent % interval);
    }

    private void lost(ChannelHandlerContext ctx, String reason) {
        violation(ctx, WebSocketCloseStatus.ENDPOINT_UNAVAILABLE, reason);
        ctx.fireExceptionCaught(new IOException(reason));
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        stuck = false;
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        lastByteAt = System.nanoTime();
        ctx.fireChannelReadComplete();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (closeSent) {
            closing(ctx, message);
        } else if (message instanceof CloseWebSocketFrame close) {
            closeReceived = true;
            note("closed by the station with " + close.statusCode());
            ctx.fireChannelRead(message);
        } else if (message instanceof WebSocketFrame frame && frame.rsv() != 0) {
            frame.release();
            refused(ctx, WebSocketCloseStatus.PROTOCOL_ERROR, "reserved bits without extension");
        } else if (message instanceof BinaryWebSocketFrame frame) {
            frame.release();
            refused(ctx, WebSocketCloseStatus.INVALID_MESSAGE_TYPE, "OCPP is text, not binary");
        } else if (isControl(message) && pings.take(1, System.nanoTime()) > 0) {
            ReferenceCountUtil.release(message);
            refused(ctx, WebSocketCloseStatus.POLICY_VIOLATION, "too many pings"); // A30
        } else {
            ctx.fireChannelRead(message);
        }
    }

    private static boolean isControl(Object message) {
        return message instanceof PingWebSocketFrame || message instanceof PongWebSocketFrame;
    }

    /** After our close frame only the peer's counts. */
    private void closing(ChannelHandlerContext ctx, Object message) {
        if (message instanceof CloseWebSocketFrame) {
            closeReceived = true;
            var _ = ctx.close();
        }
        ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        switch (cause) {
            case CorruptedWebSocketFrameException corrupt ->
                    violation(ctx, corrupt.closeStatus(), String.valueOf(corrupt.getMessage()));
            case TooLongFrameException _ ->
                    violation(ctx, WebSocketCloseStatus.MESSAGE_TOO_BIG, "message too long");
            case DecompressionException broken when tooLong(broken) ->
                    violation(ctx, WebSocketCloseStatus.MESSAGE_TOO_BIG, "message too long");
            case CodecException _ ->
                    violation(ctx, WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "cannot be inflated");
            default -> note("connection lost: " + cause.getMessage());
        }
        ctx.fireExceptionCaught(cause);
    }

    private static boolean tooLong(DecompressionException broken) {
        return String.valueOf(broken.getMessage()).contains("maximum size");
    }

    private void refused(ChannelHandlerContext ctx, WebSocketCloseStatus status, String reason) {
        violation(ctx, status, reason);
        ctx.fireExceptionCaught(new CorruptedWebSocketFrameException(status, reason));
    }

    private void violation(ChannelHandlerContext ctx, WebSocketCloseStatus status, String reason) {
        note(status.code() + " " + reason);
        if (!closeSent) {
            closeSent = true;
            var _ = ctx.writeAndFlush(new CloseWebSocketFrame(status.code(), shortened(reason)));
        }
        awaitPeer(ctx, ctx.newPromise());
    }

    /** A close frame has room for 123 bytes of reason. */
    private static String shortened(String reason) {
        return reason.length() > 120 ? reason.substring(0, 120) : reason;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (closeSent) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            return;
        }
        closeSent = message instanceof CloseWebSocketFrame;
        var _ = ctx.write(message, promise);
    }

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (closeSent && !closeReceived && ctx.channel().isActive()) {
            awaitPeer(ctx, promise);
        } else {
            var _ = ctx.close(promise);
        }
    }

    private void awaitPeer(ChannelHandlerContext ctx, ChannelPromise promise) {
        ChannelPromise earlier = delayedClose;
        if (earlier != null) {
            ctx.channel().closeFuture().addListener(closed -> promise.trySuccess());
            return;
        }
        delayedClose = promise;
        ctx.channel().config().setAutoRead(true); // or the peer's close frame is never seen
        var limit =
                ctx.executor()
                        .schedule(
                                () -> {
                                    var _ = ctx.close(promise);
                                },
                                CLOSE_LIMIT_SECONDS,
                                TimeUnit.SECONDS);
        ctx.channel().closeFuture().addListener(closed -> limit.cancel(false));
    }

    private void note(String reason) {
        if (closeReason == null) {
            closeReason = reason;
        }
    }
}
