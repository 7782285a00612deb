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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class RegisterCredentialsHandlerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
    private static final StationKey STATION = new StationKey("default", "CS-1");

    private final FakeStoredCredentials stored = new FakeStoredCredentials();
    private final Map<StationKey, StationCredentials> published = new HashMap<>();
    private final Clock clock = Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC);

    private final Credentials credentials =
            new Credentials(
                    stored,
                    (station, value) -> Mono.fromRunnable(() -> published.put(station, value)),
                    clock);
    private final RegisterCredentialsHandler handler =
            new RegisterCredentialsHandler(credentials, stored);

    private static RegisterCredentials asked(int profile, String hash, int attempt) {
        return new RegisterCredentials(
                new UUID(0, attempt),
                NOW.plusSeconds(attempt),
                List.of(new RegisterCredentials.Entry(STATION.stationId(), profile, hash)));
    }

    @Test
    void storesAndPublishesTheSame() {
        StationCredentials registered = new StationCredentials(2, "hash", NOW);

        assertThat(handler.answer(STATION, asked(2, "hash", 1)).block())
                .isEqualTo(new CredentialsRegistered(1));
        assertThat(published).containsEntry(STATION, registered);
        assertThat(stored.lock(STATION).block()).isEqualTo(registered);
    }

    @Test
    void endsEveryChangeButKeepsTheCertificates() {
        stored.put(
                        STATION,
                        new StationCredentials(
                                2, "old", NOW, 3, "next", "SN", List.of("a"), List.of("b"), null))
                .block();

        handler.answer(STATION, asked(1, "hash", 1)).block();

        assertThat(stored.lock(STATION).block())
                .isEqualTo(
                        new StationCredentials(1, "hash", NOW)
                                .certificateName("SN", NOW)
                                .certificates(List.of("a"), List.of("b"), NOW));
    }

    @Test // F6
    void undoesNoChangeWhenTheSameQuestionComesTwice() {
        handler.answer(STATION, asked(2, "hash", 1)).block();
        StationCredentials changing =
                new StationCredentials(2, "hash", NOW.plusSeconds(9)).nextPassword("next", NOW);
        stored.put(STATION, changing).block();

        assertThat(handler.answer(STATION, asked(2, "hash", 1)).block())
                .isEqualTo(new CredentialsRegistered(1));
        assertThat(stored.lock(STATION).block()).isEqualTo(changing);
    }

    @Test
    void takesTheNextAttemptButNoneThatWasMadeBefore() {
        handler.answer(STATION, asked(2, "first", 1)).block();
        handler.answer(STATION, asked(2, "second", 2)).block();

        assertThatThrownBy(() -> handler.answer(STATION, asked(2, "first", 1)).block())
                .hasMessageContaining("registered anew");
        assertThat(stored.lock(STATION).block())
                .isEqualTo(new StationCredentials(2, "second", NOW));
        assertThat(published).containsEntry(STATION, new StationCredentials(2, "second", NOW));
    }

    @Test
    void answersNothingWhenTheGatewaysCannotBeTold() {
        RegisterCredentialsHandler silent =
                new RegisterCredentialsHandler(
                        new Credentials(
                                stored,
                                (_, _) -> Mono.error(new IllegalStateException("no broker")),
                                clock),
                        stored);

        assertThatThrownBy(() -> silent.answer(STATION, asked(1, "hash", 1)).block())
                .hasMessage("no broker");
    }
}
