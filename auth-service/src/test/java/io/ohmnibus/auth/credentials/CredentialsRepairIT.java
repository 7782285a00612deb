/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTable;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.ServiceDatabase;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@EmbeddedTest
final class CredentialsRepairIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final StationKey ONE = new StationKey("default", "CS-1");
    private static final StationKey TWO = new StationKey("default", "CS-2");

    private final Map<StationKey, StationCredentials> published = new HashMap<>();
    private final PostgresStoredCredentials stored;
    private final CredentialsRepair repair;

    CredentialsRepairIT(TestDatabase database) {
        ServiceDatabase schema = ServiceDatabase.migrate(database, Service.AUTH);
        this.stored = new PostgresStoredCredentials(schema.client());
        CompactedTable<StationCredentials> table =
                new CompactedTable<>() {
                    @Override
                    public Optional<StationCredentials> get(StationKey station) {
                        return Optional.ofNullable(published.get(station));
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
                        (station, value) -> Mono.fromRunnable(() -> published.put(station, value)),
                        schema.transaction());
    }

    @Test
    void publishesWhatTheTopicHasNotOrHasOtherwise() {
        StationCredentials password = new StationCredentials(2, "hash", NOW);
        StationCredentials certificate =
                new StationCredentials(
                        2, "hash", NOW, 3, "next", "SN-2", List.of("1f", "a0"), List.of("b"));
        stored.put(ONE, new StationCredentials(1, "old", NOW)).block();
        stored.put(ONE, password).block();
        stored.put(TWO, certificate).block();
        published.put(ONE, new StationCredentials(2, "never committed", NOW));

        assertThat(repair.repair().block()).isEqualTo(2);
        assertThat(published).isEqualTo(Map.of(ONE, password, TWO, certificate));
        assertThat(repair.repair().block()).isZero();
    }
}
