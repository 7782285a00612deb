/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.o;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code GetDisplayMessagesCommand} with criteria. */
@UseCase("O04")
class O04GetSpecificDisplayMessagesScenario {

    private static Station holding(OcppVersion version) {
        Station station = accepted(version);
        Displays.set(station, Displays.message(1, "NormalCycle"));
        Displays.set(station, Displays.message(2, "InFront", "\"state\": \"Charging\","));
        Displays.set(station, Displays.message(3, "InFront", "\"state\": \"Idle\","));
        Displays.holds(station, 1, 2, 3);
        return station;
    }

    private static GetDisplayMessagesRequest asked(Station station) {
        return station.expectCall(GetDisplayMessagesRequest.class, Duration.ofSeconds(20));
    }

    /** TC_O_07. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O04.FR.01", "O04.FR.03"})
    void byIds(OcppVersion version) {
        try (Station station = holding(version)) {
            int report = Displays.ask(station, "{\"ids\": [1, 3]}");
            assertThat(asked(station).id()).containsExactly(1, 3);
            Displays.awaitReport(station, report, "Complete", 2);
            Displays.holds(station, 1, 2, 3);
        }
    }

    /** TC_O_08. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O04.FR.03")
    void byPriority(OcppVersion version) {
        try (Station station = holding(version)) {
            int report = Displays.ask(station, "{\"priority\": \"InFront\"}");
            assertThat(asked(station).id()).isNull();
            Displays.awaitReport(station, report, "Complete", 2);
            Displays.holds(station, 1, 2, 3);
        }
    }

    /** TC_O_09. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement("O04.FR.03")
    void byState(OcppVersion version) {
        try (Station station = holding(version)) {
            int report = Displays.ask(station, "{\"state\": \"Idle\"}");
            Displays.awaitReport(station, report, "Complete", 1);
            Displays.holds(station, 1, 2, 3);
        }
    }

    /** TC_O_11: only what was asked for is known not to be there. */
    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    @Requirement({"O04.FR.02", "O04.FR.07"})
    void whatTheStationDoesNotHaveItDoesNotKnow(OcppVersion version) {
        try (Station station = holding(version)) {
            int report = Displays.ask(station, "{\"ids\": [99]}");
            Displays.awaitReport(station, report, "Complete", 0);
            int both = Displays.ask(station, "{\"ids\": [1], \"priority\": \"InFront\"}");
            Displays.awaitReport(station, both, "Complete", 0);
            Displays.holds(station, 1, 2, 3);
        }
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void whatMakesNoSenseIsNotAsked(OcppVersion version) {
        try (Station station = accepted(version)) {
            String path = "station/stations/" + station.id() + "/display-reports";
            for (String wrong :
                    new String[] {
                        "{\"ids\": []}",
                        "{\"ids\": [-1]}",
                        "{\"ids\": [null]}",
                        "{\"priority\": \"Behind\"}",
                        "{\"state\": \"Asleep\"}"
                    }) {
                assertThat(rest().post(path, wrong).status()).as(wrong).isEqualTo(400);
            }
            rest().eventually(
                            "station/stations/"
                                    + station.id()
                                    + "/variables?component=DisplayMessageCtrlr&variable=DisplayMessages",
                            known -> assertThat(known.path("items")).hasSize(1));
            String ids =
                    IntStream.range(0, 11)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(",", "[", "]"));
            var many = rest().post(path, "{\"ids\": " + ids + "}");
            assertThat(many.status()).as(many.body()).isEqualTo(422);
            assertThat(many.body()).contains("at most 10 messages");
        }
    }
}
