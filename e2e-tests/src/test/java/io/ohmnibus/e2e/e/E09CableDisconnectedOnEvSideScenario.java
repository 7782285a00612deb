/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.e;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** {@code RecordTransaction}: the cable is pulled out of the car, which ends the transaction. */
@UseCase("E09")
class E09CableDisconnectedOnEvSideScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"E09.FR.01", "E09.FR.04"})
    void theTransactionEndsBecauseTheCarIsGone(OcppVersion version) {
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging().disconnectEv();

            JsonNode shown = TransactionOf.shown(station, evse);
            assertThat(shown.path("state").asString()).isEqualTo("Ended");
            assertThat(shown.path("stoppedReason").asString()).isEqualTo("EVDisconnected");
            assertThat(shown.path("complete").asBoolean()).isTrue();
        }
    }
}
