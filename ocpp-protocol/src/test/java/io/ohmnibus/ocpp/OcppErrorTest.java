/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OcppErrorTest {

    @Test
    void cutsADescriptionThatTheWireDoesNotAllow() {
        var error = new OcppError(OcppErrorCode.GENERIC_ERROR, "x".repeat(300));

        assertThat(error.description()).hasSize(255);
    }

    @Test
    void neverCutsACharacterInHalf() {
        var error = new OcppError(OcppErrorCode.GENERIC_ERROR, "x".repeat(254) + "🔌🔌");

        assertThat(error.description()).isEqualTo("x".repeat(254));
    }

    @Test
    void detailsDoNotChangeAfterwards() {
        var details = new HashMap<String, Object>(Map.of("path", "$.evse"));
        var error = new OcppError(OcppErrorCode.FORMAT_VIOLATION, "", details);
        details.clear();

        assertThat(error.details()).containsEntry("path", "$.evse");
    }

    @Test
    void codesAreFoundByTheirSpelling() {
        assertThat(OcppErrorCode.values())
                .hasSize(12)
                .allSatisfy(code ->
                        assertThat(OcppErrorCode.ofWireName(code.wireName())).contains(code));
        assertThat(OcppErrorCode.ofWireName("OccurenceConstraintViolation")).isEmpty();
    }
}
