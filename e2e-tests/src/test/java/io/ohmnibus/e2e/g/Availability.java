/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.g;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.simulator.Station;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The availability of a place, as the REST API shows it. */
final class Availability {

    private Availability() {}

    /** Waits until a place is as expected; 0 for the EVSE or the station as a whole. */
    static void eventually(
            Station station, int evseId, int connectorId, Consumer<JsonNode> expectation) {
        rest().eventually(
                        "station/stations/" + station.id() + "/availability",
                        shown -> expectation.accept(place(shown, evseId, connectorId)));
    }

    /** The same, when only the state matters. */
    static void eventually(Station station, int evseId, int connectorId, String state) {
        eventually(
                station,
                evseId,
                connectorId,
                place -> assertThat(place.path("state").asString("")).isEqualTo(state));
    }

    /** Waits until the last ChangeAvailability for a place is in effect, or is known not to be. */
    static void inEffect(Station station, int evseId, int connectorId, boolean expected) {
        eventually(
                station,
                evseId,
                connectorId,
                place ->
                        assertThat(place.at("/requested/inEffect").asBoolean(!expected))
                                .isEqualTo(expected));
    }

    private static JsonNode place(JsonNode shown, int evseId, int connectorId) {
        return shown.path("places")
                .valueStream()
                .filter(place -> place.path("evseId").asInt() == evseId)
                .filter(place -> place.path("connectorId").asInt() == connectorId)
                .findFirst()
                .orElseThrow(() -> new AssertionError(evseId + "/" + connectorId + ": " + shown));
    }
}
