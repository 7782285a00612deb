/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.station.StationRegistered;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.security.StationPasswords;
import io.ohmnibus.platform.web.Problem;
import io.ohmnibus.station.fixture.Fixture;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.FakeStations;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class RegistrationTest {

    private final List<Object> asked = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();
    private final FakeStations stations = new FakeStations();
    private final FakeClaims claims = new FakeClaims(stations);
    private boolean authIsDown;
    private Runnable whenAsked = () -> {};

    private final Queries queries =
            new Queries() {
                @Override
                public <A> Mono<A> ask(
                        Service owner,
                        StationKey station,
                        Object query,
                        Class<A> answer,
                        Duration limit) {
                    asked.add(query);
                    whenAsked.run();
                    return authIsDown
                            ? Mono.error(new QueryFailed("no answer"))
                            : Mono.just(answer.cast(new CredentialsRegistered(1)));
                }
            };

    private final Registration registration =
            new Registration(
                    claims,
                    new Credentials(
                            queries,
                            new StationPasswords("a pepper of some length", new SecureRandom()),
                            CLOCK),
                    stations,
                    (station, event) -> Mono.fromRunnable(() -> events.add(event)),
                    Fixture.NO_TRANSACTION);

    private static NewStation station(String id, int profile, @Nullable String password) {
        return new NewStation(id, profile, BootPolicy.ACCEPT, null, password);
    }

    @Test
    void generatesAPasswordAndTellsItOnce() {
        Registered done = registration.register("default", station("CS-1", 1, null)).block();
        assertThat(done).isNotNull();
        assertThat(done.generatedPassword()).hasSize(32);
        assertThat(done.toString()).doesNotContain(String.valueOf(done.generatedPassword()));
        assertThat(asked)
                .first()
                .isInstanceOfSatisfying(
                        RegisterCredentials.class,
                        query ->
                                assertThat(query.stations().getFirst().passwordHash())
                                        .startsWith("v1"));
        assertThat(events).containsExactly(new StationRegistered(1));
        assertThatThrownBy(() -> registration.register("default", station("CS-1", 1, null)).block())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(409));
    }

    @Test
    void tellsNoPasswordThatTheCallerKnowsOrThatDoesNotExist() {
        String own = "sixteen-letters-";
        assertThat(
                        registration
                                .register("t", station("A", 2, own))
                                .map(r -> r.generatedPassword() == null)
                                .block())
                .isTrue();
        assertThat(
                        registration
                                .register("t", station("B", 3, null))
                                .map(r -> r.generatedPassword() == null)
                                .block())
                .isTrue();
        assertThat(asked)
                .last()
                .isInstanceOfSatisfying(
                        RegisterCredentials.class,
                        query -> {
                            assertThat(query.stations().getFirst().securityProfile()).isEqualTo(3);
                            assertThat(query.stations().getFirst().passwordHash()).isNull();
                        });
    }

    @Test // A12
    void refusesWhatCannotBeAStation() {
        for (NewStation wrong :
                List.of(
                        station("a:b", 1, null),
                        station("../x", 1, null),
                        station("", 1, null),
                        station("x".repeat(49), 1, null),
                        station("CS", 4, null),
                        station("CS", 3, "sixteen-letters-"),
                        station("CS", 1, "too short"),
                        station("CS", 1, "0123456789".repeat(6) + "Abcde"),
                        station("CS-0001", 1, "of-cs-0001-Zk39fjwQ82"),
                        station("CS", 1, "aaaaaaaaaaaaaaaaaaaaaaaa"))) { // A00.FR.205
            assertThatThrownBy(() -> registration.register("t", wrong).block())
                    .isInstanceOf(Problem.class);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void registersNothingWithoutAuthService() {
        authIsDown = true;
        assertThatThrownBy(() -> registration.register("t", station("CS", 1, null)).block())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(503));
        assertThat(events).isEmpty();
        assertThat(stations.stations).isEmpty();
        authIsDown = false;
        assertThat(registration.register("t", station("CS", 1, null)).block()).isNotNull();
        assertThat(asked)
                .extracting(query -> ((RegisterCredentials) query).registration())
                .as("each attempt is a registration of its own")
                .doesNotHaveDuplicates();
    }

    @Test
    void setsNoOtherCredentialsWhileSomebodyRegistersTheStation() {
        StationKey key = new StationKey("t", "CS");
        claims.claims.put(key, UUID.randomUUID());
        assertThatThrownBy(() -> registration.register("t", station("CS", 1, null)).block())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(409));
        assertThat(asked).isEmpty();
    }

    @Test
    void registersNothingWhenTheClaimIsLostMeanwhile() {
        whenAsked = () -> claims.claims.clear();
        assertThatThrownBy(() -> registration.register("t", station("CS", 1, null)).block())
                .isInstanceOf(Problem.class);
        assertThat(events).isEmpty();
        assertThat(stations.stations).isEmpty();
    }

    @Test
    void registersManyByOneQuestionAndTellsWhich() {
        StationKey claimed = new StationKey("t", "CLAIMED");
        claims.claims.put(claimed, UUID.randomUUID());
        registration.register("t", station("KNOWN", 3, null)).block();
        asked.clear();
        events.clear();

        Map<StationKey, Registered> done =
                registration
                        .register(
                                "t",
                                List.of(
                                        station("KNOWN", 3, null),
                                        station("A", 1, null),
                                        station("CLAIMED", 3, null),
                                        station("B", 2, null)))
                        .blockOptional()
                        .orElseThrow();

        assertThat(done.keySet())
                .extracting(StationKey::stationId)
                .containsExactlyInAnyOrder("A", "B");
        assertThat(done.values())
                .extracting(Registered::generatedPassword)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        RegisterCredentials.class,
                        query ->
                                assertThat(query.stations())
                                        .extracting(RegisterCredentials.Entry::stationId)
                                        .containsExactlyInAnyOrder("A", "B"));
        assertThat(events)
                .containsExactlyInAnyOrder(new StationRegistered(1), new StationRegistered(2));
    }
}
