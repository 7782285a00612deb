/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.f;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code RequestStopTransactionCommand}, when the transaction goes on until the car leaves. */
@UseCase("F04")
class F04RemoteStopEnergyScenario {

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F04.FR.01", "F04.FR.02", "F04.FR.03", "F03.FR.02"})
    void energyStopsFirstAndTheTransactionWhenTheCableIsPulled(OcppVersion version) {
        try (Station station =
                accepted(station(version).set("TxCtrlr", "TxStopPoint", "EVConnected"))) {
            var evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging();
            assertThat(Remote.stop(station, Remote.transaction(station))).isEqualTo("Accepted");

            Remote.eventually(
                    station,
                    request -> {
                        assertThat(request.path("outcome").asString()).isEqualTo("Done");
                        assertThat(request.at("/effect/state").asString()).isEqualTo("Ongoing");
                    });
            evse.unplug();
            Remote.eventually(
                    station,
                    request ->
                            assertThat(request.at("/effect/state").asString()).isEqualTo("Ended"));
        }
    }
}
