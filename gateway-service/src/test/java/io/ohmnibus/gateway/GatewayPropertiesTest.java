/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

final class GatewayPropertiesTest {

    private static GatewayProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.gateway", GatewayProperties.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new GatewayProperties(
                                "0.0.0.0",
                                null,
                                null,
                                DataSize.ofMegabytes(1),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(30),
                                20_000,
                                100));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(
                        bind(
                                Map.of(
                                        "ohmnibus.gateway.address", "127.0.0.1",
                                        "ohmnibus.gateway.port", "1",
                                        "ohmnibus.gateway.ordinal", "2",
                                        "ohmnibus.gateway.max-frame", "3KB",
                                        "ohmnibus.gateway.ping-interval", "4s",
                                        "ohmnibus.gateway.call-timeout", "5s",
                                        "ohmnibus.gateway.command-timeout", "6s",
                                        "ohmnibus.gateway.max-pending-calls", "7",
                                        "ohmnibus.gateway.max-waiting-commands", "8")))
                .isEqualTo(
                        new GatewayProperties(
                                "127.0.0.1",
                                1,
                                2,
                                DataSize.ofKilobytes(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(6),
                                7,
                                8));
    }
}
