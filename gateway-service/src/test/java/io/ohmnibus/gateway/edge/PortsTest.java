/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.gateway.GatewayProperties;
import io.ohmnibus.gateway.tls.TlsProperties;
import io.ohmnibus.platform.test.Requirement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class PortsTest {

    private static Ports ports(Map<String, String> values) {
        Binder binder = new Binder(new MapConfigurationPropertySource(values));
        return new Ports(
                binder.bindOrCreate("ohmnibus.gateway", GatewayProperties.class),
                binder.bindOrCreate("ohmnibus.gateway.tls", TlsProperties.class),
                binder.bindOrCreate("ohmnibus.gateway.proxy", ProxyProperties.class));
    }

    @Test
    @Requirement({"A00.FR.004", "A00.FR.201"})
    void opensNoPortThatWasNotAskedFor() {
        assertThatThrownBy(() -> ports(Map.of()).wanted())
                .hasMessageContaining("No port for stations is configured")
                .hasMessageContaining("ohmnibus.gateway.tls.port");
    }

    @Test
    void opensWhatIsConfigured() {
        Ports ports =
                ports(
                        Map.of(
                                "ohmnibus.gateway.port", "1",
                                "ohmnibus.gateway.tls.port", "2",
                                "ohmnibus.gateway.tls.mutual-port", "3",
                                "ohmnibus.gateway.tls.certificates", "ec",
                                "ohmnibus.gateway.tls.trust", "stations",
                                "ohmnibus.gateway.proxy.port", "4",
                                "ohmnibus.gateway.proxy.addresses", "10.0.0.0/8,fd00::/8",
                                "ohmnibus.gateway.proxy.balancers", "10.9.0.1",
                                "ohmnibus.gateway.proxy.certificate-header", "X-Cert"));
        assertThat(ports.wanted())
                .isEqualTo(Map.of(Door.PLAIN, 1, Door.TLS, 2, Door.MUTUAL_TLS, 3, Door.PROXY, 4));
        assertThat(ports.proxy())
                .isEqualTo(
                        new ProxyProperties(
                                4,
                                List.of("10.0.0.0/8", "fd00::/8"),
                                List.of("10.9.0.1"),
                                "X-Cert"));
    }

    @Test
    void opensAPortForProxiesOnlyToThoseThatAreNamed() {
        assertThatThrownBy(() -> ports(Map.of("ohmnibus.gateway.proxy.port", "4")))
                .hasStackTraceContaining("needs ohmnibus.gateway.proxy.addresses");
    }
}
