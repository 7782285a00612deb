/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registration;

import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.CredentialsWithdrawn;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.WithdrawCredentials;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.security.StationPasswords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the passwords of stations; what is stored of them is auth-service's. */
@Component
final class Credentials {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Queries queries;
    private final StationPasswords passwords;
    private final Clock clock;

    Credentials(Queries queries, StationPasswords passwords, Clock clock) {
        this.queries = queries;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** One attempt to register stations. */
    record Attempt(UUID id, Instant at) {}

    Attempt attempt() {
        return new Attempt(UUID.randomUUID(), clock.instant());
    }

    /** Stores credentials and tells the passwords once, where they were made here. */
    Mono<Map<StationKey, Registered>> issue(Map<StationKey, NewStation> stations, Attempt attempt) {
        Map<StationKey, Registered> issued = new HashMap<>();
        List<RegisterCredentials.Entry> entries = new ArrayList<>();
        stations.forEach((key, station) -> {
            String own = station.password();
            String generated =
                    own == null && !station.hasCertificate() ? passwords.generate() : null;
            issued.put(key, new Registered(key, generated));
            entries.add(entry(station, own == null ? generated : own));
        });
        return queries.ask(
                        Service.AUTH,
                        stations.keySet().iterator().next(),
                        new RegisterCredentials(attempt.id(), attempt.at(), entries),
                        CredentialsRegistered.class,
                        LIMIT)
                .thenReturn(issued);
    }

    /** Takes back what was stored for stations before the attempt, and tells of how many. */
    Mono<Integer> withdraw(List<StationKey> stations, Attempt attempt) {
        return queries.ask(
                        Service.AUTH,
                        stations.getFirst(),
                        new WithdrawCredentials(
                                attempt.at(),
                                stations.stream().map(StationKey::stationId).toList()),
                        CredentialsWithdrawn.class,
                        LIMIT)
                .map(CredentialsWithdrawn::stations);
    }

    private RegisterCredentials.Entry entry(NewStation station, @Nullable String password) {
        return new RegisterCredentials.Entry(
                station.stationId(),
                station.securityProfile(),
                password == null ? null : passwords.hash(password));
    }
}
