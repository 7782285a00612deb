/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What stands between stations and the gateway.
 *
 * <p>Proxies that end TLS in our place have a port of their own. They must set {@code
 * X-Forwarded-Proto} and {@code X-Forwarded-For}, drop what stations send under these names, and
 * hand on the certificate of the station where it has one.
 *
 * @param port 0 takes a free one, without one it is off
 * @param addresses addresses and networks such as {@code 10.1.0.0/16} that proxies come from; all
 *     others are not let in by this port
 * @param balancers addresses and networks of load balancers that hand TCP connections on to the
 *     other ports, and begin each with the header of the PROXY protocol (version 1 or 2); from
 *     everybody else that header is not taken
 * @param certificateHeader name of the header with the certificate: as RFC 9440 has it, as
 *     percent-encoded PEM, or in Base64
 */
@Validated
@ConfigurationProperties("ohmnibus.gateway.proxy")
record ProxyProperties(
        @Nullable @Min(0) @Max(65535) Integer port,
        @DefaultValue List<String> addresses,
        @DefaultValue List<String> balancers,
        @DefaultValue("Client-Cert") String certificateHeader) {

    ProxyProperties {
        addresses = List.copyOf(addresses);
        balancers = List.copyOf(balancers);
        if (port != null && addresses.isEmpty()) {
            throw new IllegalArgumentException(
                    "ohmnibus.gateway.proxy.port needs ohmnibus.gateway.proxy.addresses");
        }
    }
}
