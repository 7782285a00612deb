/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class PoolPropertiesTest {

    private static PoolProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.station.pool", PoolProperties.class);
    }

    @Test
    void mapsEveryPropertyAndHasDefaults() {
        assertThat(bind(Map.of()).maxStations()).isEqualTo(1000);
        assertThat(bind(Map.of("ohmnibus.station.pool.max-stations", "7")).maxStations())
                .isEqualTo(7);
    }
}
