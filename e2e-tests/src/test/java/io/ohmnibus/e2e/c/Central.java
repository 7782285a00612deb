/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Evse;
import io.ohmnibus.simulator.Station;
import java.time.Duration;

/** Tokens that the CSMS makes for one transaction. */
final class Central {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Central() {}

    static IdToken token() {
        String id =
                rest().post("auth/tokens", "{\"type\": \"Central\", \"singleUse\": true}")
                        .expect(201)
                        .path("idToken")
                        .asString();
        assertThat(id).hasSize(36);
        return new IdToken(null, id, "Central", null);
    }

    /** Has a transaction started, and returns the remoteStartId. */
    static int start(Station station, IdToken token) {
        return rest().post(
                        "transaction/stations/" + station.id() + "/remote-starts",
                        "{\"idToken\": {\"idToken\": \"%s\", \"type\": \"Central\"}}"
                                .formatted(token.idToken()))
                .expect(202)
                .path("remoteStartId")
                .asInt();
    }

    static void running(Station station, Evse evse) {
        await().atMost(LIMIT).until(() -> evse.authorizedToken().isPresent());
        station.settle();
        assertThat(evse.authorizedToken()).isPresent();
    }

    static void isGone(IdToken token) {
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(rest().get("auth/tokens/Central/" + token.idToken()).status())
                                .isEqualTo(404));
    }
}
