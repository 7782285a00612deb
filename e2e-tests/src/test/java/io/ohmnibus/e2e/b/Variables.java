/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.b;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.simulator.Station;
import tools.jackson.databind.JsonNode;

/** Variables by way of the command endpoint. */
final class Variables {

    private Variables() {}

    static void set(Station station, String component, String variable, String value) {
        assertThat(trySet(station, component, variable, value)).isEqualTo("Accepted");
    }

    /** The station's word about the value. */
    static String trySet(Station station, String component, String variable, String value) {
        JsonNode set =
                rest().command(
                                "station",
                                station.id(),
                                "SetVariables",
                                "{\"setVariableData\": [{\"attributeValue\": \"%s\", %s}]}"
                                        .formatted(value, name(component, variable)));
        return set.at("/response/setVariableResult/0/attributeStatus").asString();
    }

    static String get(Station station, String component, String variable) {
        JsonNode got =
                rest().command(
                                "station",
                                station.id(),
                                "GetVariables",
                                "{\"getVariableData\": [{" + name(component, variable) + "}]}");
        return got.at("/response/getVariableResult/0/attributeValue").asString("");
    }

    /** Component and variable as members of a JSON object. */
    static String name(String component, String variable) {
        return "\"component\": {\"name\": \"%s\"}, \"variable\": {\"name\": \"%s\"}"
                .formatted(component, variable);
    }

    /** What the device model knows of a variable. */
    static JsonNode known(Station station, String component, String variable) {
        return rest().get(
                        "station/stations/%s/variables?component=%s&variable=%s"
                                .formatted(station.id(), component, variable))
                .expect(200)
                .path("items");
    }

    /** Reads or sets many variables, and returns the result of each. */
    static JsonNode many(Station station, boolean set, String variables) {
        String path = "station/stations/" + station.id();
        String body = "{\"variables\": [" + variables + "]}";
        var accepted =
                set
                        ? rest().put(path + "/variables", body)
                        : rest().post(path + "/variable-reads", body);
        String id = accepted.expect(202).path("id").asString();
        rest().eventually(
                        path + "/variable-requests/" + id,
                        found -> assertThat(found.path("status").asString()).isEqualTo("Ended"));
        return rest().get(path + "/variable-requests/" + id).expect(200).path("variables");
    }

    /** A variable for {@link #many}. */
    static String item(String component, String variable, String value) {
        return "{\"component\": \"%s\", \"variable\": \"%s\", \"value\": \"%s\"}"
                .formatted(component, variable, value);
    }
}
