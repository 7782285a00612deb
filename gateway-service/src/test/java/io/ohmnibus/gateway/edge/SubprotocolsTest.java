/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A13. */
final class SubprotocolsTest {

    @Test
    void followsTheOrderOfTheStationOverAllLines() {
        assertThat(Subprotocols.choose(List.of("ocpp1.6 , ocpp2.0.1,ocpp2.1")))
                .contains(OcppVersion.V2_0_1);
        assertThat(Subprotocols.choose(List.of("ocpp1.6", " ocpp2.1"))).contains(OcppVersion.V2_1);
    }

    @Test
    void knowsNoOtherSpelling() {
        assertThat(Subprotocols.choose(List.of("OCPP2.1", "ocpp2.0", "ocpp2"))).isEmpty();
        assertThat(Subprotocols.choose(List.of())).isEmpty();
    }
}
