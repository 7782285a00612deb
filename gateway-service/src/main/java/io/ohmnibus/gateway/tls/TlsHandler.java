/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.tls;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ReferenceCountedOpenSslEngine;
import io.netty.handler.ssl.SslClientHelloHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.ohmnibus.gateway.tls.ServerTls.Choice;
import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the first message of a new connection, and then stands aside for TLS with the
 * certificate that fits it, as it is at that moment.
 */
final class TlsHandler extends SslClientHelloHandler<Choice> {

    private final Function<ClientHello, Choice> contexts;
    private final Executor tasks;
    private final TlsFailures failures;
    private boolean newEnough = true;

    TlsHandler(Function<ClientHello, Choice> contexts, Executor tasks, TlsFailures failures) {
        this.contexts = contexts;
        this.tasks = tasks;
        this.failures = failures;
    }

    @Override
    protected Future<Choice> lookup(ChannelHandlerContext ctx, @Nullable ByteBuf message) {
        if (message == null) {
            return ctx.executor().newFailedFuture(new SSLException("No ClientHello"));
        }
        try {
            ClientHello hello = ClientHello.parse(message);
            newEnough = hello.newEnough();
            return ctx.executor().newSucceededFuture(contexts.apply(hello));
        } catch (IndexOutOfBoundsException e) {
            return ctx.executor().newFailedFuture(new SSLException("Broken ClientHello", e));
        }
    }

    @Override
    protected void onLookupComplete(ChannelHandlerContext ctx, Future<Choice> found) {
        if (!found.isSuccess()) {
            failed(ctx, found.cause());
            var _ = ctx.close();
            return;
        }
        SslHandler tls = found.getNow().context().newHandler(ctx.alloc(), tasks);
        byte[] staple = found.getNow().staple();
        if (staple != null && tls.engine() instanceof ReferenceCountedOpenSslEngine engine) {
            engine.setOcspResponse(staple);
        }
        tls.handshakeFuture()
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        failed(ctx, done.cause());
                    }
                });
        ctx.pipeline().replace(this, "ohmnibus.tls", tls);
    }

    private void failed(ChannelHandlerContext ctx, Throwable cause) {
        failures.failed(
                ctx.channel().remoteAddress(), reason(cause), deepest(cause), certificate(cause));
    }

    private static @Nullable StationCertificate certificate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UntrustedCertificate untrusted) {
                try {
                    return StationCertificate.of(List.of(untrusted.certificate()));
                } catch (IllegalArgumentException _) { // its name cannot be read
                    return null;
                }
            }
        }
        return null;
    }

    private TlsFailures.Reason reason(Throwable failure) {
        if (!newEnough) {
            return TlsFailures.Reason.TLS_VERSION;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GeneralSecurityException || noCertificate(cause)) {
                return TlsFailures.Reason.CLIENT_CERTIFICATE;
            }
        }
        return TlsFailures.Reason.TLS_HANDSHAKE;
    }

    /** OpenSSL and the JDK have no exception of its own for that. */
    private static boolean noCertificate(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("PEER_DID_NOT_RETURN_A_CERTIFICATE")
                || message.contains("Empty client certificate chain");
    }

    private static String deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ClosedChannelException
                ? "the station closed the connection"
                : String.valueOf(cause.getMessage());
    }
}
