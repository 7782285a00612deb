/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class ClockPropertiesTest {

    private static ClockProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.station.clocks", ClockProperties.class);
    }

    @Test
    void mapsEveryPropertyAndHasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ClockProperties(Duration.ofMinutes(1), Duration.ofMinutes(5)));
        assertThat(
                        bind(
                                Map.of(
                                        "ohmnibus.station.clocks.bound", "5s",
                                        "ohmnibus.station.clocks.queued", "1h")))
                .isEqualTo(new ClockProperties(Duration.ofSeconds(5), Duration.ofHours(1)));
    }
}
