/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class RegisterCredentialsHandlerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final FakeStoredCredentials stored = new FakeStoredCredentials();
    private final Map<StationKey, StationCredentials> published = new HashMap<>();
    private final Clock clock = Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC);

    @Test
    void storesAndPublishesTheSame() {
        RegisterCredentialsHandler handler =
                new RegisterCredentialsHandler(
                        new Credentials(
                                stored,
                                (station, value) ->
                                        Mono.fromRunnable(() -> published.put(station, value)),
                                clock));
        StationCredentials credentials = new StationCredentials(2, "hash", NOW);

        assertThat(handler.answer(STATION, new RegisterCredentials(2, "hash")).block())
                .isEqualTo(new CredentialsRegistered(NOW));
        assertThat(published).containsEntry(STATION, credentials);
        assertThat(stored.lock(STATION).block()).isEqualTo(credentials);
    }

    @Test
    void endsEveryChangeButKeepsTheCertificates() {
        Credentials credentials = new Credentials(stored, (_, _) -> Mono.empty(), clock);
        stored.put(
                        STATION,
                        new StationCredentials(
                                2, "old", NOW, 3, "next", "SN", List.of("a"), List.of("b")))
                .block();

        new RegisterCredentialsHandler(credentials)
                .answer(STATION, new RegisterCredentials(1, "hash"))
                .block();

        assertThat(stored.lock(STATION).block())
                .isEqualTo(
                        new StationCredentials(1, "hash", NOW)
                                .certificateName("SN", NOW)
                                .certificates(List.of("a"), List.of("b"), NOW));
    }

    @Test
    void answersNothingWhenTheGatewaysCannotBeTold() {
        RegisterCredentialsHandler handler =
                new RegisterCredentialsHandler(
                        new Credentials(
                                stored,
                                (_, _) -> Mono.error(new IllegalStateException("no broker")),
                                clock));

        assertThatThrownBy(
                        () -> handler.answer(STATION, new RegisterCredentials(1, "hash")).block())
                .hasMessage("no broker");
    }
}
