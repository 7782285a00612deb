/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTable;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@EmbeddedTest
final class CredentialsRepairIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final StationKey ONE = new StationKey("default", "CS-1");
    private static final StationKey TWO = new StationKey("default", "CS-2");

    private final Map<StationKey, StationCredentials> published = new ConcurrentHashMap<>();
    private final PostgresStoredCredentials stored;
    private final TransactionalOperator transaction;
    private final CredentialsRepair repair;

    CredentialsRepairIT(TestDatabase database) {
        ServiceDatabase schema = ServiceDatabase.migrate(database, Service.AUTH);
        schema.client().sql("delete from station_credentials").then().block(LONG);
        this.transaction = schema.transaction();
        this.stored = new PostgresStoredCredentials(schema.client());
        CompactedTable<StationCredentials> table =
                new CompactedTable<>() {
                    @Override
                    public Optional<StationCredentials> get(StationKey station) {
                        return Optional.ofNullable(published.get(station));
                    }

                    @Override
                    public Set<StationKey> stations() {
                        return Set.copyOf(published.keySet());
                    }

                    @Override
                    public boolean ready() {
                        return true;
                    }
                };
        this.repair =
                new CredentialsRepair(
                        stored,
                        table,
                        (station, value) ->
                                Mono.fromRunnable(() -> {
                                    if (value == null) {
                                        published.remove(station);
                                    } else {
                                        published.put(station, value);
                                    }
                                }),
                        transaction);
    }

    @Test
    void publishesWhatTheTopicHasNotOrHasOtherwise() {
        StationCredentials password = new StationCredentials(2, "hash", NOW);
        StationCredentials certificate =
                new StationCredentials(
                        2, "hash", NOW, 3, "next", "SN-2", List.of("1f", "a0"), List.of("b"), NOW);
        stored.put(ONE, new StationCredentials(1, "old", NOW)).block();
        stored.put(ONE, password).block();
        stored.put(TWO, certificate).block();
        published.put(ONE, new StationCredentials(2, "never committed", NOW));

        assertThat(repair.repair().block()).isEqualTo(2);
        assertThat(published).isEqualTo(Map.of(ONE, password, TWO, certificate));
        assertThat(repair.repair().block()).isZero();
    }

    @Test
    void withdrawsWhatWasNeverCommitted() {
        StationKey three = new StationKey("default", "CS-3");
        published.put(three, new StationCredentials(2, "rolled back", NOW));

        assertThat(repair.repair().block()).isEqualTo(1);
        assertThat(published).doesNotContainKey(three);
    }

    @Test
    void waitsForARegistrationThatIsBeingMade() {
        StationKey four = new StationKey("default", "CS-4");
        RegisterCredentials made =
                new RegisterCredentials(
                        new UUID(0, 4),
                        NOW,
                        List.of(new RegisterCredentials.Entry(four.stationId(), 2, "hash")));
        StationCredentials credentials = new StationCredentials(2, "hash", NOW);
        Sinks.Empty<Void> commit = Sinks.empty();
        Sinks.Empty<Void> asked = Sinks.empty();
        Mono<Void> registering =
                stored.reserve(List.of(four))
                        .thenMany(stored.register(four.tenant(), made, NOW))
                        .then(Mono.fromRunnable(() -> published.put(four, credentials)))
                        .then(Mono.fromRunnable(asked::tryEmitEmpty))
                        .then(commit.asMono())
                        .as(transaction::transactional);
        Mono<Long> repaired =
                asked.asMono()
                        .then(
                                Mono.defer(repair::repair)
                                        .mergeWith(
                                                Mono.delay(Duration.ofMillis(500))
                                                        .doOnNext(_ -> commit.tryEmitEmpty())
                                                        .then(Mono.empty()))
                                        .next());

        assertThat(Mono.zip(registering.thenReturn(true), repaired).block(LONG)).isNotNull();
        assertThat(published).containsEntry(four, credentials);
        assertThat(stored.find(four).block(LONG)).isEqualTo(credentials);
    }
}
