/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** 3000 stations that are away, and have commands wait for them. */
@Isolated
@Tag("faults")
final class CancelledCampaignIT {

    private static final int STATIONS = 3000;

    @Test
    void everyCommandThatWaitsIsTakenBack() {
        String group = "G" + UUID.randomUUID().toString().substring(0, 8);
        rest().put("station/groups/" + group, "{}").expect(201);
        String lines =
                IntStream.range(0, STATIONS)
                        .mapToObj(number -> "%s-%d,3,%s".formatted(group, number, group))
                        .collect(Collectors.joining("\n"));
        var imported =
                rest().importCsv("station/stations/import", "id,securityProfile,groups\n" + lines)
                        .expect(200);
        assertThat(imported.path("imported").asInt()).isEqualTo(STATIONS);
        Campaign campaign =
                Campaign.begin(
                        "station",
                        group,
                        "Reset",
                        "{\"type\": \"OnIdle\"}",
                        ", \"waves\": [3000], \"whenOffline\": \"wait\", \"deadline\": \"PT1H\"");
        campaign.eventually(
                view -> assertThat(view.at("/stations/sent").asInt()).isEqualTo(STATIONS));

        var answer = campaign.turn("cancel");

        // it shows how many are still to come back
        assertThat(answer.path("state").asString()).isEqualTo("Cancelled");
        assertThat(answer.at("/stations/sent").asInt() + answer.at("/stations/cancelled").asInt())
                .isEqualTo(STATIONS);
        campaign.eventually(view -> assertThat(view.at("/stations/sent").asInt()).isZero());
        assertThat(campaign.counts()).isEqualTo(Map.of("total", STATIONS, "cancelled", STATIONS));
    }
}
