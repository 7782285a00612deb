/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.tls.TlsProperties;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which ports are to be opened. */
@Component
record Ports(GatewayProperties gateway, TlsProperties tls, ProxyProperties proxy) {

    String address() {
        return gateway.address();
    }

    /** At least one; every security profile is off until its port is configured. */
    Map<Door, Integer> wanted() {
        Map<Door, Integer> wanted = new EnumMap<>(Door.class);
        add(wanted, Door.PLAIN, gateway.port());
        add(wanted, Door.TLS, tls.port());
        add(wanted, Door.MUTUAL_TLS, tls.mutualPort());
        add(wanted, Door.PROXY, proxy.port());
        if (wanted.isEmpty()) {
            throw new IllegalStateException(
                    "No port for stations is configured: set "
                            + "ohmnibus.gateway.tls.port (security profile 2), "
                            + "ohmnibus.gateway.tls.mutual-port (3), ohmnibus.gateway.proxy.port "
                            + "(behind a proxy) or, in trusted networks, ohmnibus.gateway.port (1)");
        }
        return wanted;
    }

    private static void add(Map<Door, Integer> wanted, Door door, @Nullable Integer port) {
        if (port != null) {
            wanted.put(door, port);
        }
    }
}
