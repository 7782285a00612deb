/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.platform.ocpp.Service;
import org.junit.jupiter.api.Test;

class PlatformAutoConfigurationTest {

    @Test
    void nothingStartsWithoutASecretToEncryptWith() {
        assertThatThrownBy(() ->
                        OhmnibusService.run(
                                PlatformAutoConfiguration.class,
                                Service.DER,
                                "--spring.main.web-application-type=none"))
                .rootCause()
                .hasMessageContaining("ohmnibus.security.secret-key")
                .hasMessageContaining("ohmnibus.security.password-pepper");
    }
}
