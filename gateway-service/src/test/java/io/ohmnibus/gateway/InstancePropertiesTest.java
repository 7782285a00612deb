/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class InstancePropertiesTest {

    private static InstanceProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.gateway", InstanceProperties.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new InstanceProperties(Duration.ofSeconds(30), Duration.ofSeconds(15)));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(
                        bind(
                                Map.of(
                                        "ohmnibus.gateway.lease", "1s",
                                        "ohmnibus.gateway.drain-time", "2s")))
                .isEqualTo(new InstanceProperties(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }
}
