/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.g;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code NotifyEventHandler} confirms, {@code AvailabilityObserver} shows a plug that is loose. */
@UseCase("G05")
class G05LockFailureScenario {

    /** TC_G_20. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"G05.FR.02", "G05.FR.03"})
    void aLockThatFailsIsShownAtItsConnector(OcppVersion version) {
        try (Station station = accepted(version)) {
            station.evse(1).plugIn().lockFails();

            Availability.eventually(
                    station,
                    1,
                    1,
                    place -> assertThat(place.path("lockProblem").asBoolean()).isTrue());
            var events =
                    rest().get(
                                    "firmware/stations/"
                                            + station.id()
                                            + "/events?component=ConnectorPlugRetentionLock")
                            .expect(200)
                            .path("items");
            assertThat(events).hasSize(1);
            assertThat(events.toString()).contains("Problem").contains("Alerting");
        }
    }
}
