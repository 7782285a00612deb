/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.registry;

import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.security.StationPasswords;
import java.time.Duration;
import java.time.Instant;
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

    Credentials(Queries queries, StationPasswords passwords) {
        this.queries = queries;
        this.passwords = passwords;
    }

    /** One attempt to register a station. */
    record Attempt(UUID id, Instant at) {}

    /** Stores the credentials and tells the password once, where it was made here. */
    Mono<Registered> issue(StationKey key, NewStation station, Attempt attempt) {
        if (station.hasCertificate()) {
            return store(key, query(station, null, attempt)).thenReturn(new Registered(key, null));
        }
        String own = station.password();
        String password = own == null ? passwords.generate() : own;
        return store(key, query(station, passwords.hash(password), attempt))
                .thenReturn(new Registered(key, own == null ? password : null));
    }

    private static RegisterCredentials query(
            NewStation station, @Nullable String hash, Attempt attempt) {
        return new RegisterCredentials(station.securityProfile(), hash, attempt.id(), attempt.at());
    }

    private Mono<CredentialsRegistered> store(StationKey key, RegisterCredentials query) {
        return queries.ask(Service.AUTH, key, query, CredentialsRegistered.class, LIMIT);
    }
}
