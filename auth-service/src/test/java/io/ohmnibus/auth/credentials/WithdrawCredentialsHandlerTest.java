/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.auth.CredentialsWithdrawn;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.auth.WithdrawCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class WithdrawCredentialsHandlerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final FakeStoredCredentials stored = new FakeStoredCredentials();
    private final Map<StationKey, StationCredentials> published = new HashMap<>();
    private final Credentials credentials =
            new Credentials(
                    stored,
                    (station, value) -> Mono.fromRunnable(() -> published.put(station, value)),
                    Clock.fixed(NOW, ZoneOffset.UTC));
    private final WithdrawCredentialsHandler handler =
            new WithdrawCredentialsHandler(credentials, stored);

    private void register() {
        new RegisterCredentialsHandler(credentials, stored)
                .answer(
                        STATION,
                        new RegisterCredentials(
                                new UUID(0, 1),
                                NOW,
                                List.of(
                                        new RegisterCredentials.Entry(
                                                STATION.stationId(), 1, "hash"))))
                .block();
    }

    private int withdraw(Instant askedAt) {
        return handler.answer(STATION, new WithdrawCredentials(askedAt, List.of("CS-1", "CS-2")))
                .map(CredentialsWithdrawn::stations)
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void takesThemFromTheTableAndTheGateways() {
        register();
        assertThat(withdraw(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(stored.find(STATION).block()).isNull();
        assertThat(published).containsEntry(STATION, null).hasSize(1);
    }

    @Test
    void leavesWhatWasRegisteredSince() {
        register();
        assertThat(withdraw(NOW)).isZero();
        assertThat(stored.find(STATION).block()).isNotNull();
        assertThat(published.get(STATION)).isNotNull();
    }
}
