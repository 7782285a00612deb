/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.o;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.simulator.Station;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The display of a station, by way of the REST API. */
final class Displays {

    private Displays() {}

    /** A message with a text in English, and more properties in the words of OCPP. */
    static String message(int id, String priority, String more) {
        return """
        {"message": {"id": %d, "priority": "%s", %s
         "message": {"format": "UTF8", "language": "en", "content": "Text %d"}}}
        """
                .formatted(id, priority, more, id);
    }

    static String message(int id, String priority) {
        return message(id, priority, "");
    }

    /** What the station answers to a message. */
    static String set(Station station, String json) {
        return rest().command("station", station.id(), "SetDisplayMessage", json)
                .at("/response/status")
                .asString();
    }

    static String clear(Station station, int id) {
        return rest().command(
                        "station",
                        station.id(),
                        "ClearDisplayMessage",
                        "{\"id\": %d}".formatted(id))
                .at("/response/status")
                .asString();
    }

    /** The problem that a command ends with before it is sent. */
    static String refused(Station station, String action, String json) {
        var answer = rest().tryCommand("station", station.id(), action, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    /** Waits until the mirror is as expected. */
    static void eventually(Station station, Consumer<JsonNode> expectation) {
        rest().eventually(
                        "station/stations/" + station.id() + "/display-messages",
                        shown -> expectation.accept(shown.path("items")));
    }

    /** Waits until the platform believes that the station holds these. */
    static void holds(Station station, Integer... ids) {
        eventually(
                station,
                items ->
                        assertThat(items)
                                .extracting(item -> item.path("id").asInt())
                                .containsExactly(ids));
    }

    /** Asks the station for messages and returns the request id. */
    static int ask(Station station, String criteria) {
        return rest().post("station/stations/" + station.id() + "/display-reports", criteria)
                .expect(202)
                .path("requestId")
                .asInt();
    }

    static void awaitReport(Station station, int requestId, Consumer<JsonNode> expectation) {
        rest().eventually(
                        "station/stations/" + station.id() + "/display-reports/" + requestId,
                        expectation);
    }

    static void awaitReport(Station station, int requestId, String state, int messages) {
        awaitReport(
                station,
                requestId,
                report -> {
                    assertThat(report.path("state").asString()).isEqualTo(state);
                    assertThat(report.path("messages").asInt()).isEqualTo(messages);
                });
    }

    /** Lets the station hold these messages, all of them without anything special. */
    static void fill(Station station, Integer... ids) {
        Arrays.stream(ids)
                .forEach(id ->
                        assertThat(set(station, message(id, "NormalCycle"))).isEqualTo("Accepted"));
        holds(station, ids);
    }
}
