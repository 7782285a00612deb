/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.d;

import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.simulator.Station;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Local lists by way of their rules. */
public final class Lists {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Lists() {}

    /** An accepted token of the group that the station's list is about. */
    public static IdToken member(Station station) {
        return member(station, "Accepted");
    }

    /** The same with a status. */
    public static IdToken member(Station station, String status) {
        return token(
                "{\"status\": \"%s\", \"groupIdToken\": {\"idToken\": \"%s\"}}"
                        .formatted(status, group(station)),
                "ISO14443");
    }

    static String group(Station station) {
        return "LIST-" + station.id();
    }

    /** The station's list has the tokens of its group; those that may not charge too, if wanted. */
    public static void rule(Station station, boolean refused) {
        rest().put(
                        path(station) + "/rule",
                        "{\"tokens\": \"Groups\", \"groupIds\": [\"%s\"], \"refused\": %s}"
                                .formatted(group(station), refused))
                .expect(200);
    }

    /** The station gets a list that has these tokens and no others, and it is known to have it. */
    public static void give(Station station, boolean refused) {
        rule(station, refused);
        inSync(station);
    }

    static String path(Station station) {
        return "auth/stations/" + station.id() + "/local-list";
    }

    static SendLocalListRequest part(Station station) {
        return station.expectCall(SendLocalListRequest.class, LIMIT);
    }

    static List<AuthorizationData> entries(SendLocalListRequest part) {
        return Objects.requireNonNullElse(part.localAuthorizationList(), List.of());
    }

    static JsonNode shown(Station station) {
        return rest().get(path(station)).expect(200);
    }

    static void eventually(Station station, String status) {
        rest().eventually(
                        path(station),
                        list -> assertThat(list.path("status").asString()).isEqualTo(status));
    }

    static void inSync(Station station) {
        eventually(station, "InSync");
    }
}
