/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.c;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Station;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was decided about tokens, as operators see it. */
final class Policies {

    private Policies() {}

    /** The decisions about the tokens that a station presented, the newest first. */
    static List<JsonNode> decisions(Station station) {
        return rest().get("auth/authorization-decisions?limit=500&stationId=" + station.id())
                .expect(200)
                .path("items")
                .valueStream()
                .toList();
    }

    /** Why that was decided about the token last. */
    static String reason(Station station, IdToken token) {
        List<JsonNode> found =
                decisions(station).stream()
                        .filter(one -> one.path("idToken").asString("").equals(token.idToken()))
                        .toList();
        assertThat(found).isNotEmpty();
        return found.getFirst().path("reason").asString();
    }
}
