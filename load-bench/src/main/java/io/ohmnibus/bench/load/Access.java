/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.load;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** How stations get in. */
public final class Access {

    private final List<URI> gateways;
    private final String password;
    private final @Nullable SslContext tls;

    private Access(List<URI> gateways, String password, @Nullable SslContext tls) {
        this.gateways = List.copyOf(gateways);
        this.password = password;
        this.tls = tls;
    }

    /**
     * With plain WebSockets, security profile 1.
     *
     * @param gateways which the stations take in turn; a station's identity follows
     * @param password of every station
     */
    public static Access plain(List<URI> gateways, String password) {
        return new Access(gateways, password, null);
    }

    /**
     * Over TLS, security profile 2: a full handshake each time, and the server's certificate must
     * come from that root. Its name is not compared: without one nothing of an earlier connection
     * is taken up again.
     */
    public static Access tls(List<URI> gateways, String password, Path root) {
        try {
            SslContext context =
                    SslContextBuilder.forClient()
                            .sslProvider(
                                    OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK)
                            .endpointIdentificationAlgorithm(null)
                            .trustManager(root.toFile())
                            .build();
            return new Access(gateways, password, context);
        } catch (SSLException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompletableFuture<StationSocket> connect(
            int number, String id, StationSocket.Listener listener) {
        URI uri = gateways.get(number % gateways.size()).resolve(id);
        return StationSocket.connect(uri, id, password, tls, listener);
    }
}
