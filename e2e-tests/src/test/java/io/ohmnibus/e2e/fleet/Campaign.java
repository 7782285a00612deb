/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A campaign as its maker sees it over REST. */
record Campaign(String service, String id) {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** Begins one for the stations of a group. */
    static Campaign begin(
            String service, String group, String action, String request, String more) {
        return of(
                service,
                """
                {"action": "%s", "request": %s, "selector": {"group": "%s"}%s}
                """
                        .formatted(action, request, group, more));
    }

    static Campaign of(String service, String body) {
        JsonNode made = rest().post(service + "/campaigns", body).expect(201);
        return new Campaign(service, made.path("id").asString());
    }

    private String path() {
        return service + "/campaigns/" + id;
    }

    JsonNode view() {
        return rest().get(path()).expect(200);
    }

    JsonNode turn(String how) {
        return rest().post(path() + "/" + how, "").expect(200);
    }

    JsonNode eventually(Consumer<JsonNode> expectation) {
        await().atMost(LIMIT).untilAsserted(() -> expectation.accept(view()));
        return view();
    }

    JsonNode eventually(String state) {
        return eventually(view -> assertThat(view.path("state").asString()).isEqualTo(state));
    }

    /** The counts that are not zero, such as {@code succeeded}. */
    Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        view().path("stations")
                .properties()
                .forEach(count -> {
                    if (count.getValue().asInt() > 0) {
                        counts.put(count.getKey(), count.getValue().asInt());
                    }
                });
        return counts;
    }

    /** The stations in a state, with what is told of them. */
    Map<String, String> stations(String state) {
        Map<String, String> stations = new TreeMap<>();
        List<JsonNode> items =
                rest().get(path() + "/stations?limit=500&state=" + state)
                        .expect(200)
                        .path("items")
                        .valueStream()
                        .toList();
        items.forEach(item ->
                stations.put(item.path("stationId").asString(), item.path("info").asString("")));
        return stations;
    }
}
