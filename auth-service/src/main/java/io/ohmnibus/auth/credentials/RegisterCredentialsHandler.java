/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.auth.credentials.StoredCredentials.Registration;
import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sets the credentials of a station, in the table and at the gateways. Whoever registers it asks
 * again after a failure, with a registration of its own; what is delivered late or twice undoes
 * neither that nor the changes since.
 */
@Component
final class RegisterCredentialsHandler
        implements QueryHandler<RegisterCredentials, CredentialsRegistered> {

    private final Credentials credentials;
    private final StoredCredentials stored;

    RegisterCredentialsHandler(Credentials credentials, StoredCredentials stored) {
        this.credentials = credentials;
        this.stored = stored;
    }

    @Override
    public Mono<CredentialsRegistered> answer(StationKey station, RegisterCredentials query) {
        Registration registration = new Registration(query.registration(), query.askedAt());
        return stored.reserve(station)
                .then(Mono.defer(() -> stored.registration(station)))
                .filter(known -> !registration.isAfter(known))
                .flatMap(known ->
                        known.id().equals(registration.id())
                                ? credentials.find(station)
                                : Mono.error(
                                        new IllegalStateException(
                                                station + " was registered anew since")))
                .switchIfEmpty(Mono.defer(() -> register(station, query, registration)))
                .map(current -> new CredentialsRegistered(current.changedAt()));
    }

    private Mono<StationCredentials> register(
            StationKey station, RegisterCredentials query, Registration registration) {
        StationCredentials registered =
                new StationCredentials(
                        query.securityProfile(), query.passwordHash(), credentials.now());
        return credentials
                .lock(station)
                .map(before -> keepingCertificates(before, registered))
                .defaultIfEmpty(registered)
                .delayUntil(after -> credentials.put(station, after))
                .delayUntil(_ -> stored.registered(station, registration));
    }

    /** Certificates are not what is registered. */
    private static StationCredentials keepingCertificates(
            StationCredentials before, StationCredentials registered) {
        return registered
                .certificateName(before.certificateName(), registered.changedAt())
                .certificates(
                        before.certificates(), before.revokedCertificates(), registered.changedAt())
                .expiredAcceptedUntil(before.expiredAcceptedUntil(), registered.changedAt());
    }
}
