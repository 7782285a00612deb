/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.gateway.session.SessionProperties.Model;
import io.ohmnibus.ocpp.codec.Tolerance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class SessionPropertiesTest {

    private static SessionProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.gateway.session", SessionProperties.class);
    }

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new SessionProperties(
                                Duration.ofSeconds(1),
                                3,
                                100,
                                1000,
                                Duration.ofSeconds(30),
                                20,
                                true,
                                List.of()));
    }

    @Test
    void mapsEveryProperty() {
        String prefix = "ohmnibus.gateway.session.";
        assertThat(
                        bind(
                                Map.ofEntries(
                                        Map.entry(prefix + "settle-time", "2s"),
                                        Map.entry(prefix + "max-unanswered-calls", "4"),
                                        Map.entry(prefix + "messages-per-second", "5"),
                                        Map.entry(prefix + "message-burst", "6"),
                                        Map.entry(prefix + "flood-limit", "7s"),
                                        Map.entry(prefix + "malformed-per-minute", "8"),
                                        Map.entry(prefix + "serial-number-in-certificate", "false"),
                                        Map.entry(prefix + "models[0].vendor", "V"),
                                        Map.entry(prefix + "models[0].model", "M*"),
                                        Map.entry(prefix + "models[0].ping-interval", "9s"),
                                        Map.entry(prefix + "models[0].settle-time", "10s"),
                                        Map.entry(prefix + "models[0].command-timeout", "11s"),
                                        Map.entry(prefix + "models[0].max-unanswered-calls", "12"),
                                        Map.entry(
                                                prefix + "models[0].serial-number-in-certificate",
                                                "true"),
                                        Map.entry(prefix + "models[0].tolerate", "nulls"))))
                .isEqualTo(
                        new SessionProperties(
                                Duration.ofSeconds(2),
                                4,
                                5,
                                6,
                                Duration.ofSeconds(7),
                                8,
                                false,
                                List.of(
                                        new Model(
                                                "V",
                                                "M*",
                                                Duration.ofSeconds(9),
                                                Duration.ofSeconds(10),
                                                Duration.ofSeconds(11),
                                                12,
                                                true,
                                                Set.of(Tolerance.NULLS)))));
    }

    @Test
    void findsStationsByVendorAndModel() {
        Model wall = new Model("Vendor", "Wall*", null, null, null, null, null, Set.of());
        assertThat(wall.fits("VENDOR", "wallbox")).isTrue();
        assertThat(wall.fits("VENDOR", "pole")).isFalse();
        assertThat(wall.fits("Other", "wallbox")).isFalse();
        Model exact = new Model("Vendor", "Wall", null, null, null, null, null, Set.of());
        assertThat(exact.fits("Vendor", "WALL")).isTrue();
        assertThat(exact.fits("Vendor", "Wallbox")).isFalse();
    }
}
