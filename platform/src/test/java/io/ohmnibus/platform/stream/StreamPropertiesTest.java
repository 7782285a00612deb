/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class StreamPropertiesTest {

    private static StreamProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("ohmnibus.stream", StreamProperties.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new StreamProperties(
                                Duration.ofDays(1),
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(1),
                                Duration.ofHours(1),
                                200));
    }

    @Test
    void readsAllSettings() {
        assertThat(
                        bind(
                                Map.of(
                                        "ohmnibus.stream.keep", "P7D",
                                        "ohmnibus.stream.heartbeat", "PT1S",
                                        "ohmnibus.stream.stalled", "PT2S",
                                        "ohmnibus.stream.longest", "PT3S",
                                        "ohmnibus.stream.most", "4")))
                .isEqualTo(
                        new StreamProperties(
                                Duration.ofDays(7),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                4));
    }
}
