/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the header of the PROXY protocol that a load balancer sends before anything else. Only
 * then the connection begins for all other handlers, as one from the address that it announces.
 */
final class BalancerHeader extends ChannelInboundHandlerAdapter {

    private static final AttributeKey<InetSocketAddress> ANNOUNCED =
            AttributeKey.valueOf(BalancerHeader.class, "announced");

    private final Duration limit;
    private final Consumer<String> broken;
    private @Nullable Future<?> deadline;
    private boolean closing;

    /**
     * @param limit how long the header may take
     * @param broken told why there is none
     */
    BalancerHeader(Duration limit, Consumer<String> broken) {
        this.limit = limit;
        this.broken = broken;
    }

    /** Where the connection comes from: what a load balancer announced, or the other end. */
    static SocketAddress peer(Channel channel) {
        return channel.hasAttr(ANNOUNCED)
                ? channel.attr(ANNOUNCED).get()
                : channel.remoteAddress(); // without an attribute, which costs memory
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        deadline =
                ctx.executor()
                        .schedule(
                                () -> close(ctx, "it takes too long"),
                                limit.toMillis(),
                                TimeUnit.MILLISECONDS);
        ctx.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!(message instanceof HAProxyMessage header)) {
            ctx.fireChannelRead(message);
            return;
        }
        try {
            announce(ctx, header);
        } catch (IllegalArgumentException e) {
            close(ctx, "it announces no address: " + e.getMessage());
            return;
        } finally {
            header.release();
        }
        ctx.fireChannelActive();
        ctx.pipeline().remove(this);
        ctx.channel().read(); // what the others asked for when it began was the header
    }

    /** What a load balancer asks for itself, or does not know, stays its own. */
    private static void announce(ChannelHandlerContext ctx, HAProxyMessage header) {
        String address = header.sourceAddress();
        if (header.command() == HAProxyCommand.PROXY && address != null) {
            ctx.channel()
                    .attr(ANNOUNCED)
                    .set(
                            new InetSocketAddress(
                                    InetAddress.ofLiteral(address), header.sourcePort()));
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.read();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        close(ctx, String.valueOf(cause.getMessage()));
    }

    private void close(ChannelHandlerContext ctx, String why) {
        if (!closing) {
            closing = true;
            broken.accept(why);
            var _ = ctx.close();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        Future<?> pending = deadline;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
