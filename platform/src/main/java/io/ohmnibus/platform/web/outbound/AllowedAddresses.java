/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which addresses requests may go to. */
final class AllowedAddresses {

    /** What is not the public internet (RFC 6890 and its registries), and what hides such in it. */
    private static final List<Network> NOT_PUBLIC =
            List.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3")
                    .stream()
                    .map(Network::parse)
                    .toList();

    /** Of IPv6 only this is given out to anybody; the exceptions carry IPv4 addresses or none. */
    private static final Network GLOBAL = Network.parse("2000::/3");

    private static final List<Network> NOT_GLOBAL =
            List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").stream()
                    .map(Network::parse)
                    .toList();

    private final OutboundProperties properties;
    private final List<Network> allowed;

    AllowedAddresses(OutboundProperties properties) {
        this.properties = properties;
        this.allowed = properties.allowedNetworks().stream().map(Network::parse).toList();
    }

    /** Whether a request may go to this address. */
    boolean contains(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address)) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        if (address instanceof Inet6Address) {
            return GLOBAL.contains(address)
                    && NOT_GLOBAL.stream().noneMatch(network -> network.contains(address));
        }
        return NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }

    /** What is wrong with an address as somebody entered it, before its name is looked up. */
    Optional<String> objection(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean https = scheme.equals("https");
        if (!https && !(scheme.equals("http") && properties.plainHttp())) {
            return Optional.of("must begin with https://");
        }
        if (url.getHost() == null || url.getHost().isEmpty()) {
            return Optional.of("has no host");
        }
        if (url.getRawUserInfo() != null) {
            return Optional.of("must not contain a user or password");
        }
        return url.getRawFragment() == null
                ? Optional.empty()
                : Optional.of("must not have a fragment");
    }
}
