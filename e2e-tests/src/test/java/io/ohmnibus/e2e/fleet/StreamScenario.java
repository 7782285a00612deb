/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e.fleet;

import static io.ohmnibus.e2e.RunningPlatform.accepted;
import static io.ohmnibus.e2e.RunningPlatform.platform;
import static io.ohmnibus.e2e.RunningPlatform.rest;
import static io.ohmnibus.e2e.RunningPlatform.station;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.simulator.Station;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to stations, as it happens: server-sent events that can be resumed. */
class StreamScenario {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static Listening listen(String query, @Nullable String after, String token) {
        return listen("station", query, after, token);
    }

    /** The stream of a service. */
    static Listening listen(String service, String query, @Nullable String after, String token) {
        URI stream =
                URI.create(
                        "http://localhost:%d/api/%s/stream%s"
                                .formatted(platform().settings().http(), service, query));
        return new Listening(stream, token, after);
    }

    private static Listening listen(String query) {
        return listen(query, null, platform().tokens().get());
    }

    private static Listening resume(String after) {
        return listen("", after, platform().tokens().get());
    }

    private static void untilHeard(Listening listening, String stationId, String... types) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(listening.heardOf(stationId)).contains(types));
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void tellsRegistrationConnectionBootAvailabilityAndTheEnd(OcppVersion version) {
        try (Listening listening = listen("")) {
            listening.lastId();
            String id;
            try (Station station = accepted(version)) {
                id = station.id();
                untilHeard(
                        listening,
                        id,
                        "StationRegistered",
                        "StationConnected",
                        "StationBooted",
                        "AvailabilityChanged");
            }
            untilHeard(listening, id, "StationDisconnected");

            var boot =
                    listening.heard().stream()
                            .filter(event -> event.stationId().equals(id))
                            .filter(event -> event.type().equals("StationBooted"))
                            .toList();
            assertThat(boot)
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.data().at("/details/status").asString())
                                .isEqualTo("Accepted");
                        assertThat(event.data().path("at").isString()).isTrue();
                    });
            assertThat(listening.heardOf(id))
                    .filteredOn(type -> type.startsWith("StationConn"))
                    .hasSize(1);
        }
    }

    @Test
    void whoResumesMissesNothing() {
        Listening first = listen("");
        String after = first.lastId();
        List<String> before = new ArrayList<>();
        try (Station station = accepted(OcppVersion.V2_1)) {
            untilHeard(first, station.id(), "StationBooted");
            before.addAll(first.heard().stream().map(Listening.Heard::id).toList());
            after = first.lastId();
            first.close();

            station.goOffline();
            // one that is back before it was missed was not away
            rest().eventually(
                            "station/stations/" + station.id(),
                            shown -> assertThat(shown.path("online").asBoolean()).isFalse());
            station.goOnline();
            station.goOffline();

            try (Listening second = resume(after)) {
                await().atMost(LIMIT)
                        .untilAsserted(() ->
                                assertThat(second.heardOf(station.id()))
                                        .filteredOn(type -> !type.startsWith("Avail"))
                                        .endsWith(
                                                "StationDisconnected",
                                                "StationConnected",
                                                "StationDisconnected"));
                assertThat(second.heard()).noneMatch(event -> before.contains(event.id()));
                assertThat(second.heard()).noneMatch(event -> event.type().equals("Gap"));
            }
        }
    }

    @Test
    void canBeLimitedToSomeEventsAndAStation() {
        var builder = station(OcppVersion.V2_1);
        String id = builder.build().id();
        try (Listening some =
                listen("?type=StationBooted&type=StationDisconnected&stationId=" + id)) {
            some.lastId();
            try (Station other = accepted(OcppVersion.V2_1);
                    Station station = accepted(builder)) {
                assertThat(other.connected() && station.connected()).isTrue();
            }
            untilHeard(some, id, "StationBooted", "StationDisconnected");
            assertThat(some.heardOf(id)).hasSize(2);
            assertThat(some.heard()).allMatch(event -> event.stationId().equals(id));
        }
    }

    @Test
    void isHeardByItsTenantOnlyAndByWhoMay() {
        String tenant = "stream-" + UUID.randomUUID();
        String stranger = platform().tokens("viewer-" + tenant, tenant, "viewer").get();
        try (Listening theirs = listen("", null, stranger);
                Listening ours = listen("")) {
            assertThat(theirs.status()).isEqualTo(200);
            theirs.lastId();
            ours.lastId();
            rest().as(platform().tokens("admin-" + tenant, tenant, "admin").get())
                    .post("station/stations", "{\"stationId\": \"S-1\", \"securityProfile\": 3}")
                    .expect(201);
            try (Station station = accepted(OcppVersion.V2_0_1)) {
                untilHeard(ours, station.id(), "StationBooted");
            }
            untilHeard(theirs, "S-1", "StationRegistered");
            assertThat(theirs.heard()).hasSize(1);
            assertThat(ours.heardOf("S-1")).isEmpty();
        }
        try (Listening nobody = listen("", null, "none")) {
            assertThat(nobody.status()).isEqualTo(401);
        }
    }

    @Test
    void refusesWhatItDoesNotKnowAndSaysWhenMoreWasMissedThanIsKept() {
        for (String query : List.of("?type=Weather", "?type=StationBooted&type=X")) {
            assertThat(rest().get("station/stream" + query).expect(400).toString())
                    .contains("type");
        }
        try (Listening wrong = resume("yesterday")) {
            assertThat(wrong.status()).isEqualTo(400);
        }
        try (Listening all = resume("0-0");
                Station station = accepted(OcppVersion.V2_1)) {
            untilHeard(all, station.id(), "StationBooted");
        }
    }
}
