/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import io.ohmnibus.gateway.admission.Refusal;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The first handler of a connection until it is a WebSocket: keeps out whoever is one too many, and
 * gives up those that take too long, whether in TLS, in the request or in silence (A15, F27).
 */
final class Threshold extends ChannelInboundHandlerAdapter {

    private final Crowd crowd;
    private final boolean proxy;
    private final Duration limit;
    private final BiConsumer<SocketAddress, Refusal> refused;
    private @Nullable Future<?> deadline;

    Threshold(
            Crowd crowd,
            boolean proxy,
            Duration limit,
            BiConsumer<SocketAddress, Refusal> refused) {
        this.crowd = crowd;
        this.proxy = proxy;
        this.limit = limit;
        this.refused = refused;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        SocketAddress peer = BalancerHeader.peer(ctx.channel());
        Optional<Refusal> tooMany = crowd.enter(peer, proxy);
        if (tooMany.isPresent()) {
            refused.accept(peer, tooMany.get());
            var _ = ctx.close();
            return;
        }
        ctx.channel().closeFuture().addListener(closed -> crowd.leave(peer));
        deadline =
                ctx.executor()
                        .schedule(
                                () -> {
                                    refused.accept(peer, Refusal.SLOW_HANDSHAKE);
                                    var _ = ctx.close();
                                },
                                limit.toMillis(),
                                TimeUnit.MILLISECONDS);
        ctx.fireChannelActive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        Future<?> pending = deadline;
        if (pending != null) {
            pending.cancel(false);
            crowd.settle();
        }
    }
}
