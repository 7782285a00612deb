/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets the credentials of a station, in the table and at the gateways. */
@Component
final class RegisterCredentialsHandler
        implements QueryHandler<RegisterCredentials, CredentialsRegistered> {

    private final Credentials credentials;

    RegisterCredentialsHandler(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Mono<CredentialsRegistered> answer(StationKey station, RegisterCredentials query) {
        StationCredentials registered =
                new StationCredentials(
                        query.securityProfile(), query.passwordHash(), credentials.now());
        return credentials
                .lock(station)
                .map(
                        before -> // certificates are not what is registered
                        registered
                                        .certificateName(
                                                before.certificateName(), registered.changedAt())
                                        .certificates(
                                                before.certificates(),
                                                before.revokedCertificates(),
                                                registered.changedAt()))
                .defaultIfEmpty(registered)
                .flatMap(after ->
                        credentials
                                .put(station, after)
                                .thenReturn(new CredentialsRegistered(after.changedAt())));
    }
}
