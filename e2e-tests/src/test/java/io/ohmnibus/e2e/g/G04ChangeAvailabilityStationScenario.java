/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.g;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ChangeAvailabilityCommand}: a whole station is taken out of operation. */
@UseCase("G04")
class G04ChangeAvailabilityStationScenario {

    /** TC_G_05 and TC_G_06. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"G04.FR.01", "G04.FR.04", "G04.FR.05"})
    void allItsConnectorsAreTakenOutAndBackIn(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            assertThat(change(station, "Inoperative")).isEqualTo("Accepted");
            Availability.eventually(station, 1, 1, "Unavailable");
            Availability.eventually(station, 2, 1, "Unavailable");
            Availability.eventually(
                    station,
                    0,
                    0,
                    place ->
                            assertThat(place.at("/requested/operationalStatus").asString())
                                    .isEqualTo("Inoperative"));

            assertThat(change(station, "Operative")).isEqualTo("Accepted");
            Availability.eventually(station, 1, 1, "Available");
            Availability.eventually(station, 2, 1, "Available");
        }
    }

    /** TC_G_14. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"G04.FR.06", "G04.FR.07"})
    void whileACarChargesTheRestIsTakenOutFirst(OcppVersion version) {
        try (Station station = accepted(station(version).evses(2))) {
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging();

            assertThat(change(station, "Inoperative")).isEqualTo("Scheduled");
            Availability.eventually(station, 2, 1, "Unavailable");
            Availability.eventually(station, 1, 1, "Occupied");
            Availability.inEffect(station, 0, 0, false);
            evse.stop().unplug();

            Availability.eventually(station, 1, 1, "Unavailable");
            Availability.inEffect(station, 0, 0, true);
        }
    }

    private static String change(Station station, String status) {
        return rest().command(
                        "station",
                        station.id(),
                        "ChangeAvailability",
                        "{\"operationalStatus\": \"%s\"}".formatted(status))
                .at("/response/status")
                .asString();
    }
}
