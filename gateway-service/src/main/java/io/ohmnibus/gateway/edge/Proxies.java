/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.gateway.admission.SecurityProfile;
import io.ohmnibus.gateway.tls.StationCertificate;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/**
 * Proxies that end TLS in our place, and what they say about the station behind them (pain 27); and
 * load balancers that hand on what stations send as it is.
 */
final class Proxies {

    private static final String PEM = "-----BEGIN";

    private final InetAddressMatcher trusted;
    private final InetAddressMatcher balancers;
    private final String certificateHeader;

    Proxies(ProxyProperties properties) {
        this.trusted = matcher(properties.addresses());
        this.balancers = matcher(properties.balancers());
        this.certificateHeader = properties.certificateHeader();
    }

    private static InetAddressMatcher matcher(List<String> networks) {
        return networks.isEmpty()
                ? address -> false
                : InetAddressMatchers.builder().includeAddresses(networks).build();
    }

    /** Whether a connection comes from a load balancer that begins with the PROXY protocol. */
    boolean balances(@Nullable InetAddress address) {
        return address != null && balancers.matches(address);
    }

    /** Whether a connection comes from one of them. */
    boolean trusts(@Nullable InetAddress address) {
        return address != null && trusted.matches(address);
    }

    /** The origin of a request that one of them hands on. */
    Origin origin(ServerHttpRequest request) throws CertificateException {
        StationCertificate certificate =
                certificate(request.getHeaders().getFirst(certificateHeader));
        SecurityProfile profile =
                !secure(request.getHeaders().getFirst("X-Forwarded-Proto"))
                        ? SecurityProfile.BASIC
                        : certificate == null
                                ? SecurityProfile.TLS_BASIC
                                : SecurityProfile.MUTUAL_TLS;
        return new Origin(address(request), profile, certificate);
    }

    private static boolean secure(@Nullable String protocol) {
        return "https".equalsIgnoreCase(protocol) || "wss".equalsIgnoreCase(protocol);
    }

    /** The nearest that is not one of our proxies: what is left of it may be made up. */
    private InetSocketAddress address(ServerHttpRequest request) {
        InetSocketAddress nearest = Origin.peer(request);
        List<String> hops = request.getHeaders().getOrDefault("X-Forwarded-For", List.of());
        String[] addresses = String.join(",", hops).split(",", -1);
        for (int i = addresses.length - 1; i >= 0; i--) {
            try {
                InetAddress hop = InetAddress.ofLiteral(addresses[i].strip());
                nearest = new InetSocketAddress(hop, 0);
                if (!trusted.matches(hop)) {
                    return nearest;
                }
            } catch (IllegalArgumentException _) {
                return nearest;
            }
        }
        return nearest;
    }

    private static @Nullable StationCertificate certificate(@Nullable String header)
            throws CertificateException {
        if (header == null || header.isBlank()) {
            return null;
        }
        String decoded = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
        byte[] bytes =
                decoded.startsWith(PEM)
                        ? decoded.getBytes(StandardCharsets.US_ASCII)
                        : Base64.getMimeDecoder().decode(decoded.replace(":", ""));
        var certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(bytes));
        return StationCertificate.of(List.of(certificate));
    }
}
