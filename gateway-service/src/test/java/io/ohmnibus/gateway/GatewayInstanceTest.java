/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GatewayInstanceTest {

    @Test
    void takesTheConfiguredOrdinalFirst() {
        assertThat(GatewayInstance.of(3, "gateway-1").ordinal()).isEqualTo(3);
    }

    @Test
    void takesTheNumberAtTheEndOfAPodsName() {
        assertThat(GatewayInstance.of(null, "ohmnibus-gateway-12").ordinal()).isEqualTo(12);
    }

    @Test
    void isTheFirstInstanceElsewhere() {
        assertThat(GatewayInstance.of(null, "laptop").ordinal()).isZero();
        assertThat(GatewayInstance.of(null, null).ordinal()).isZero();
    }
}
