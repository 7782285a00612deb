/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A station that reports 100,000 variables of its own accord at its first boot. */
@Tag("faults")
final class LargeDeviceModelIT {

    private static final Logger log = LoggerFactory.getLogger(LargeDeviceModelIT.class);

    private static final int VARIABLES = 100_000;
    private static final int PER_PART = 100;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test // A40
    void isKnownWhollyAndCanBeSearched() {
        Instant begin = Instant.now();
        try (Station station =
                accepted(
                        station(OcppVersion.V2_1)
                                .moreVariables(VARIABLES)
                                .reportLinesPerMessage(PER_PART)
                                .framesKept(10))) {
            String reports = "station/stations/" + station.id() + "/reports";
            await().atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() ->
                            assertThat(
                                            rest().get(reports)
                                                    .expect(200)
                                                    .at("/items/0/state")
                                                    .asString())
                                    .isEqualTo("Complete"));
            JsonNode report = rest().get(reports).expect(200).at("/items/0");
            log.info(
                    "{} variables in {} parts within {}",
                    report.path("variables"),
                    report.path("parts"),
                    Duration.between(begin, Instant.now()));

            assertThat(report.path("variables").asInt()).isGreaterThan(VARIABLES);
            assertThat(report.path("parts").asInt()).isGreaterThan(VARIABLES / PER_PART);
            assertThat(report.path("discardedParts").asInt()).isZero();
            assertThat(report.path("missing")).isEmpty();
            assertThat(parts(station)).isEqualTo(VARIABLES);
            assertThat(
                            rest().post(
                                            "station/stations/search",
                                            """
                                            {"conditions": [{"component": "Part",
                                              "componentInstance": "99999", "variable": "Reading",
                                              "is": "99999"}]}
                                            """)
                                    .expect(200)
                                    .at("/items/0/stationId")
                                    .asString())
                    .isEqualTo(station.id());
        }
    }

    /** How many of them there are, page by page. */
    private static int parts(Station station) {
        String first = "station/stations/" + station.id() + "/variables?component=Part&limit=500";
        int found = 0;
        String path = first;
        while (path != null) {
            JsonNode page = rest().get(path).expect(200);
            found += page.path("items").size();
            path =
                    page.path("next").isString()
                            ? first + "&cursor=" + page.path("next").asString()
                            : null;
        }
        return found;
    }
}
