/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class AdmissionPropertiesTest {

    private static AdmissionProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.gateway.admission", AdmissionProperties.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new AdmissionProperties(
                                Duration.ofSeconds(10),
                                2500,
                                5000,
                                500,
                                12,
                                20,
                                5,
                                Duration.ofSeconds(8),
                                false));
    }

    @Test
    void mapsEveryProperty() {
        String prefix = "ohmnibus.gateway.admission.";
        assertThat(
                        bind(
                                Map.of(
                                        prefix + "handshake-limit", "1s",
                                        prefix + "max-connections-per-address", "2",
                                        prefix + "max-pending-connections", "3",
                                        prefix + "handshakes-per-second", "4",
                                        prefix + "connects-per-minute", "5",
                                        prefix + "connect-burst", "6",
                                        prefix + "free-attempts", "7",
                                        prefix + "max-attempt-delay", "8s",
                                        prefix + "refuse-unknown-subprotocol", "true")))
                .isEqualTo(
                        new AdmissionProperties(
                                Duration.ofSeconds(1),
                                2,
                                3,
                                4,
                                5,
                                6,
                                7,
                                Duration.ofSeconds(8),
                                true));
    }
}
