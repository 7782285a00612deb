/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.f;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code RequestStopTransactionCommand}: the end of the transaction is the outcome. */
@UseCase("F03")
class F03RemoteStopScenario {

    /** TC_E_21. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F03.FR.01", "F03.FR.03", "F03.FR.07"})
    void theTransactionEnds(OcppVersion version) {
        try (Station station = accepted(version)) {
            var evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging();
            String transaction = Remote.transaction(station);

            assertThat(Remote.stop(station, transaction)).isEqualTo("Accepted");

            Remote.eventually(
                    station,
                    request -> {
                        assertThat(request.path("outcome").asString()).isEqualTo("Done");
                        assertThat(request.at("/effect/transactionId").asString())
                                .isEqualTo(transaction);
                        assertThat(request.at("/effect/state").asString()).isEqualTo("Ended");
                        assertThat(request.at("/effect/stoppedReason").asString())
                                .isEqualTo("Remote");
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"F03.FR.01", "F03.FR.08"})
    void whatTheStationDoesNotKnowCannotBeStopped(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(Remote.stop(station, "no-such-transaction")).isEqualTo("Rejected");
            Remote.becomes(station, "Refused");
            assertThat(
                            Remote.refused(
                                    station,
                                    "RequestStopTransaction",
                                    "{\"transactionId\": \" \"}"))
                    .contains("F03.FR.01");
        }
    }
}
