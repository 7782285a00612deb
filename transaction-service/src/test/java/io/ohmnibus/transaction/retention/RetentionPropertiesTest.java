/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class RetentionPropertiesTest {

    private static RetentionProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.transaction.retention", RetentionProperties.class);
    }

    @Test
    void mapsEveryPropertyAndHasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new RetentionProperties(Duration.ofDays(400)));
        assertThat(bind(Map.of("ohmnibus.transaction.retention.operations", "30d")))
                .isEqualTo(new RetentionProperties(Duration.ofDays(30)));
    }
}
