/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OcppVersionTest {

    @Test
    void isFoundByItsSubprotocol() {
        assertThat(OcppVersion.ofSubprotocol("ocpp2.0.1")).contains(OcppVersion.V2_0_1);
        assertThat(OcppVersion.ofSubprotocol("ocpp2.1")).contains(OcppVersion.V2_1);
    }

    @Test
    void othersAreUnknown() {
        assertThat(OcppVersion.ofSubprotocol("OCPP2.1")).isEmpty();
        assertThat(OcppVersion.ofSubprotocol("ocpp1.6")).isEmpty();
    }
}
