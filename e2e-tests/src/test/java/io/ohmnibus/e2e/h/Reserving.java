/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.h;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reservations by way of the REST API. */
final class Reserving {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(30);

    private Reserving() {}

    /** Asks for a reservation and returns its id. */
    static int reserve(Station station, IdToken token, String more) {
        return reserve(station, token, more, LONG_ENOUGH);
    }

    static int reserve(Station station, IdToken token, String more, Duration ahead) {
        return rest().post(path(station), json(station, token, more, ahead))
                .expect(202)
                .path("reservationId")
                .asInt();
    }

    static String json(Station station, IdToken token, String more, Duration ahead) {
        return "{\"expiryDateTime\": \"%s\", \"idToken\": {\"idToken\": \"%s\", \"type\": \"%s\"}%s}"
                .formatted(
                        station.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS),
                        token.idToken(),
                        token.type(),
                        more);
    }

    /** Asks for a reservation with an id of the caller's, and tells the answer. */
    static String reserveAs(int id, Station station, IdToken token, String more) {
        String json = json(station, token, ", \"id\": " + id + more, LONG_ENOUGH);
        return rest().command("transaction", station.id(), "ReserveNow", json)
                .at("/response/status")
                .asString();
    }

    static String path(Station station) {
        return "transaction/stations/" + station.id() + "/reservations";
    }

    /** Waits until a reservation is as expected. */
    static void eventually(Station station, int id, Consumer<JsonNode> expectation) {
        rest().eventually(path(station) + "/" + id, expectation);
    }

    /** The same, when only the state matters. */
    static void becomes(Station station, int id, String state) {
        eventually(
                station,
                id,
                reservation -> assertThat(reservation.path("state").asString()).isEqualTo(state));
    }
}
