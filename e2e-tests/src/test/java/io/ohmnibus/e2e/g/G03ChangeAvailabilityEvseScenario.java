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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code ChangeAvailabilityCommand}: an EVSE or one of its connectors is taken out of operation.
 */
@UseCase("G03")
class G03ChangeAvailabilityEvseScenario {

    /** TC_G_07 and TC_G_08. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"G03.FR.01", "G03.FR.03", "G03.FR.04"})
    void aConnectorIsTakenOutAndBackIn(OcppVersion version) {
        try (Station station = accepted(station(version).connectorsPerEvse(2))) {
            assertThat(change(station, "Inoperative", "{\"id\": 1, \"connectorId\": 2}"))
                    .isEqualTo("Accepted");
            Availability.eventually(
                    station,
                    1,
                    2,
                    place -> {
                        assertThat(place.path("state").asString()).isEqualTo("Unavailable");
                        assertThat(place.at("/requested/operationalStatus").asString())
                                .isEqualTo("Inoperative");
                        assertThat(place.at("/requested/outcome").asString()).isEqualTo("Accepted");
                    });
            Availability.eventually(station, 1, 1, "Available");
            assertThat(change(station, "Inoperative", "{\"id\": 1, \"connectorId\": 2}"))
                    .isEqualTo("Accepted");

            assertThat(change(station, "Operative", "{\"id\": 1, \"connectorId\": 2}"))
                    .isEqualTo("Accepted");
            Availability.eventually(station, 1, 2, "Available");
        }
    }

    /** TC_G_03 and TC_G_04. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"G03.FR.02", "G03.FR.06", "G03.FR.07"})
    void anEvseIsTakenOutAndBackInButNotTheConnectorThatWasOutBefore(OcppVersion version) {
        try (Station station = accepted(station(version).connectorsPerEvse(2))) {
            change(station, "Inoperative", "{\"id\": 1, \"connectorId\": 2}");
            assertThat(change(station, "Inoperative", "{\"id\": 1}")).isEqualTo("Accepted");
            Availability.eventually(station, 1, 1, "Unavailable");
            Availability.inEffect(station, 1, 0, true);

            assertThat(change(station, "Operative", "{\"id\": 1}")).isEqualTo("Accepted");
            Availability.eventually(station, 1, 1, "Available");
            Availability.eventually(station, 1, 2, "Unavailable");
            Availability.inEffect(station, 1, 0, true);
        }
    }

    /** TC_G_11, and TC_G_17 for a connector. */
    @ParameterizedTest
    @CsvSource({
        "V2_1, ''",
        "V2_0_1, ''",
        "V2_1, ', \"connectorId\": 1'",
        "V2_0_1, ', \"connectorId\": 1'"
    })
    @Requirement({"G03.FR.05", "G03.FR.06"})
    void whatChargesIsTakenOutWhenTheCarHasLeft(OcppVersion version, String connector) {
        try (Station station = accepted(version)) {
            Evse evse = station.evse(1).plugIn();
            evse.authorize(token("Accepted"));
            evse.startCharging();
            int place = connector.isEmpty() ? 0 : 1;

            assertThat(change(station, "Inoperative", "{\"id\": 1" + connector + "}"))
                    .isEqualTo("Scheduled");
            Availability.eventually(station, 1, 1, "Occupied");
            Availability.inEffect(station, 1, place, false);
            evse.stop().unplug();

            Availability.eventually(station, 1, 1, "Unavailable");
            Availability.inEffect(station, 1, place, true);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatIsNotThereIsRefusedByTheStationAndNonsenseBeforeIt(OcppVersion version) {
        try (Station station = accepted(version)) {
            assertThat(change(station, "Inoperative", "{\"id\": 9}")).isEqualTo("Rejected");

            var nonsense = "{\"operationalStatus\": \"Inoperative\", \"evse\": %s}";
            assertThat(tryChange(station, nonsense.formatted("{\"id\": 0}"))).contains("G04.FR.01");
            assertThat(tryChange(station, nonsense.formatted("{\"id\": 1, \"connectorId\": 0}")))
                    .contains("G03.FR.01");
        }
    }

    private static String tryChange(Station station, String json) {
        var answer = rest().tryCommand("station", station.id(), "ChangeAvailability", json);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body();
    }

    private static String change(Station station, String status, String evse) {
        return rest().command(
                        "station",
                        station.id(),
                        "ChangeAvailability",
                        "{\"operationalStatus\": \"%s\", \"evse\": %s}".formatted(status, evse))
                .at("/response/status")
                .asString();
    }
}
