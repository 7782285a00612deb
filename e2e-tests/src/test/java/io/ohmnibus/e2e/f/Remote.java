/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.f;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Station;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Remote control by way of the REST API. */
final class Remote {

    private Remote() {}

    /** Asks for a transaction and returns the remoteStartId. */
    static int start(Station station, IdToken token, String more) {
        String json =
                "{\"idToken\": {\"idToken\": \"%s\", \"type\": \"%s\"}%s}"
                        .formatted(token.idToken(), token.type(), more);
        return rest().post("transaction/stations/" + station.id() + "/remote-starts", json)
                .expect(202)
                .path("remoteStartId")
                .asInt();
    }

    /** What the station answers to a command. */
    static String command(Station station, String action, String json) {
        return rest().command("transaction", station.id(), action, json)
                .at("/response/status")
                .asString();
    }

    /** The problem that a command ends with before it is sent. */
    static String refused(Station station, String action, String json) {
        var answer = rest().tryCommand("transaction", station.id(), action, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        return answer.body();
    }

    static String stop(Station station, String transactionId) {
        return command(
                station,
                "RequestStopTransaction",
                "{\"transactionId\": \"%s\"}".formatted(transactionId));
    }

    /** Waits until the last request is as expected. */
    static void eventually(Station station, Consumer<JsonNode> expectation) {
        rest().eventually(
                        "transaction/stations/" + station.id() + "/remote-requests",
                        found -> expectation.accept(found.at("/items/0")));
    }

    /** The same, when only the outcome matters. */
    static void becomes(Station station, String outcome) {
        eventually(
                station,
                request -> assertThat(request.path("outcome").asString()).isEqualTo(outcome));
    }

    /** The transaction that the station told of last. */
    static String transaction(Station station) {
        return events(station).getLast().transactionInfo().transactionId();
    }

    static List<TransactionEventRequest> events(Station station) {
        return station.sent(TransactionEventRequest.class);
    }
}
