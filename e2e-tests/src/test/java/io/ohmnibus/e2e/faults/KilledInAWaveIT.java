/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** A service dies in the middle of a wave of a campaign, and goes on when it is back. */
@Isolated
@Tag("faults")
final class KilledInAWaveIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int STATIONS = 60;

    private static final Cluster CLUSTER = Cluster.shared();

    @Test
    void eachStationGetsTheCommandOnceAndEveryOutcomeArrives() {
        List<Station> stations = new ArrayList<>();
        try {
            for (int i = 0; i < STATIONS; i++) {
                stations.add(CLUSTER.booted(i % 2));
            }
            var network = CLUSTER.network(Service.STATION);
            network.holdFrom(() -> sent() >= STATIONS / 3);
            String campaign = begin(stations);
            network.awaitHeld();
            CLUSTER.service(Service.STATION).jvm().kill();
            network.release();
            assertThat(sent()).isBetween((long) STATIONS / 3, (long) STATIONS - 1);

            CLUSTER.service(Service.STATION).restart();

            await().atMost(LIMIT)
                    .untilAsserted(() -> {
                        JsonNode view = CLUSTER.rest().get(campaign).expect(200);
                        assertThat(view.path("state").asString()).isEqualTo("Completed");
                        assertThat(view.at("/stations/succeeded").asInt()).isEqualTo(STATIONS);
                    });
            assertThat(stations)
                    .allSatisfy(station -> assertThat(got(station)).as(station.id()).isOne());
        } finally {
            stations.forEach(Station::close);
        }
    }

    private static String begin(List<Station> stations) {
        String ids =
                stations.stream()
                        .map(station -> "\"" + station.id() + "\"")
                        .collect(Collectors.joining(", "));
        JsonNode made =
                CLUSTER.rest()
                        .post(
                                "station/campaigns",
                                """
                                {"action": "ChangeAvailability", "selector": {"stationIds": [%s]},
                                 "request": {"operationalStatus": "Operative"}, "deadline": "PT5M"}
                                """
                                        .formatted(ids))
                        .expect(201);
        return "station/campaigns/" + made.path("id").asString();
    }

    private static long sent() {
        return CLUSTER.database().count("from station.campaign_stations where state <> 'Planned'");
    }

    private static long got(Station station) {
        return station.frames().stream()
                .filter(frame -> !frame.sent() && frame.text().contains("\"ChangeAvailability\""))
                .count();
    }
}
