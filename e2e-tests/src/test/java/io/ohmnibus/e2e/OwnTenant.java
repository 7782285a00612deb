/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Station;
import io.ohmnibus.simulator.StationBuilder;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A tenant that no other scenario is in, for what a tenant has one of. */
public final class OwnTenant {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name = "own-" + UUID.randomUUID();
    private final Rest rest =
            RunningPlatform.rest()
                    .as(RunningPlatform.platform().tokens("owner-of-" + name, name, "admin").get());

    /** The APIs, as somebody of this tenant who may do everything. */
    public Rest rest() {
        return rest;
    }

    /** A registered station that is not connected yet. */
    public StationBuilder station(OcppVersion version) {
        String id = "OWN-" + NUMBER.incrementAndGet();
        JsonNode registered =
                rest.post(
                                "station/stations",
                                """
                                {"stationId": "%s", "securityProfile": 1,
                                 "bootPolicy": {"status": "Accepted"}}
                                """
                                        .formatted(id))
                        .expect(201);
        return Station.builder(id)
                .version(version)
                .url(
                        "ws://localhost:%d/ocpp/%s"
                                .formatted(RunningPlatform.platform().settings().stations(), name))
                .password(registered.path("password").asString())
                .framesKept(100_000)
                .prepare(Referee.ofThisScenario());
    }

    /** A station that is connected and was accepted. */
    public Station accepted(OcppVersion version) {
        return accepted(station(version));
    }

    /** The same, built by the caller. */
    public Station accepted(StationBuilder builder) {
        Station station = RunningPlatform.started(builder);
        station.boot(BootReasonEnum.POWER_UP);
        return station;
    }

    /** A token, with properties as the REST API takes them. */
    public IdToken token(String json) {
        String id = "OWNTOKEN" + NUMBER.incrementAndGet();
        var document = (ObjectNode) JsonMapper.shared().readTree(json);
        document.put("idToken", id).put("type", "ISO14443");
        rest.post("auth/tokens", document.toString()).expect(201);
        return new IdToken(null, id, "ISO14443", null);
    }
}
