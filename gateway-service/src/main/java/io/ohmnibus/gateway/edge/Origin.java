/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.netty.channel.Channel;
import io.ohmnibus.gateway.admission.SecurityProfile;
import io.ohmnibus.gateway.tls.StationCertificate;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.SslInfo;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Where a handshake comes from, and how it was secured on the way.
 *
 * @param certificate what the station proved to own
 */
record Origin(
        InetSocketAddress address,
        SecurityProfile profile,
        @Nullable StationCertificate certificate) {

    private static final InetSocketAddress UNKNOWN = InetSocketAddress.createUnresolved("?", 0);

    /** Straight from the station: what it says itself about its way does not count (A12). */
    static Origin direct(ServerHttpRequest request, SecurityProfile profile) {
        SslInfo tls = request.getSslInfo();
        X509Certificate[] shown = tls == null ? null : tls.getPeerCertificates();
        StationCertificate certificate =
                shown == null || shown.length == 0 ? null : StationCertificate.of(List.of(shown));
        return new Origin(peer(request), profile, certificate);
    }

    /** The other end of the connection, or who a load balancer says that it is. */
    static InetSocketAddress peer(ServerHttpRequest request) {
        List<Channel> channels = new ArrayList<>(1);
        ServerHttpRequestDecorator.<HttpServerRequest>getNativeRequest(request)
                .withConnection(connection -> channels.add(connection.channel()));
        return BalancerHeader.peer(channels.getFirst()) instanceof InetSocketAddress peer
                ? peer
                : UNKNOWN;
    }

    /** Address and port, for people. */
    String shown() {
        return address.getHostString() + ":" + address.getPort();
    }
}
