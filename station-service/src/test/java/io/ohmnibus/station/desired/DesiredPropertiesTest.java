/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class DesiredPropertiesTest {

    private static DesiredProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.station.desired", DesiredProperties.class);
    }

    @Test
    void mapsEveryPropertyAndHasDefaults() {
        assertThat(bind(Map.of()).settle()).isEqualTo(Duration.ofSeconds(10));
        assertThat(bind(Map.of("ohmnibus.station.desired.settle", "1s")).settle())
                .isEqualTo(Duration.ofSeconds(1));
    }
}
