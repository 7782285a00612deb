/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class CsmsPropertiesTest {

    private static CsmsProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("ohmnibus.csms", CsmsProperties.class);
    }

    @Test
    void knowsNoWayByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new CsmsProperties(Map.of(), null));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(
                        bind(
                                Map.of(
                                        "ohmnibus.csms.urls.2", "wss://csms:9002/ocpp",
                                        "ohmnibus.csms.urls.3", "wss://csms:9003/ocpp",
                                        "ohmnibus.csms.root", "/root.pem")))
                .isEqualTo(
                        new CsmsProperties(
                                Map.of(2, "wss://csms:9002/ocpp", 3, "wss://csms:9003/ocpp"),
                                Path.of("/root.pem")));
    }
}
