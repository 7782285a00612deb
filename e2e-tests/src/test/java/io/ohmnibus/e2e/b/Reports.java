/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.simulator.Station;
import tools.jackson.databind.JsonNode;

/** Reports by way of the REST API. */
final class Reports {

    private Reports() {}

    /** Asks for a report and returns its request id. */
    static int ask(Station station, String base) {
        return rest().post(
                        "station/stations/" + station.id() + "/reports",
                        "{\"reportBase\": \"" + base + "\"}")
                .expect(202)
                .path("requestId")
                .asInt();
    }

    static String path(Station station, int requestId) {
        return "station/stations/" + station.id() + "/reports/" + requestId;
    }

    static JsonNode get(Station station, int requestId) {
        return rest().get(path(station, requestId)).expect(200);
    }

    static void awaitComplete(Station station, int requestId) {
        rest().eventually(
                        path(station, requestId),
                        report ->
                                assertThat(report.path("state").asString()).isEqualTo("Complete"));
    }
}
