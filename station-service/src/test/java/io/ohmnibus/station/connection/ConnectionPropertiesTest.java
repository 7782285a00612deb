/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class ConnectionPropertiesTest {

    private static ConnectionProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.station.connections", ConnectionProperties.class);
    }

    @Test
    void mapsEveryPropertyAndHasDefaults() {
        assertThat(bind(Map.of()).history()).isEqualTo(Duration.ofDays(400));
        assertThat(bind(Map.of("ohmnibus.station.connections.history", "1h")).history())
                .isEqualTo(Duration.ofHours(1));
    }
}
