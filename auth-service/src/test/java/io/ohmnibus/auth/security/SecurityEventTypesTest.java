/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.platform.test.Requirement;
import org.junit.jupiter.api.Test;

final class SecurityEventTypesTest {

    @Test
    @Requirement("A04.FR.01")
    void knowsWhatIsCriticalAndTakesTheUnknownToBe() {
        assertThat(SecurityEventTypes.critical("TamperDetectionActivated")).isTrue();
        assertThat(SecurityEventTypes.critical("InvalidMessages")).isFalse();
        assertThat(SecurityEventTypes.critical("vendor.Explosion")).isTrue();
    }

    @Test
    void letsNoStationMakeUpLabels() {
        assertThat(SecurityEventTypes.label("InvalidTLSVersion")).isEqualTo("InvalidTLSVersion");
        assertThat(SecurityEventTypes.label("vendor.Explosion")).isEqualTo("other");
    }
}
