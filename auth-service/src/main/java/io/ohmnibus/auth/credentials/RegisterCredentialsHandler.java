/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.auth.credentials.StoredCredentials.Entry;
import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sets the credentials of stations, in the table and at the gateways. Whoever registers them asks
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
    public Mono<CredentialsRegistered> answer(StationKey asker, RegisterCredentials query) {
        Set<StationKey> stations = new HashSet<>();
        query.stations()
                .forEach(one -> stations.add(new StationKey(asker.tenant(), one.stationId())));
        return stored.reserve(stations)
                .then(
                        Mono.defer(() ->
                                stored.register(asker.tenant(), query, credentials.now())
                                        .collectList()))
                .delayUntil(set -> requireSame(stations, set, query))
                .delayUntil(credentials::publish)
                .thenReturn(new CredentialsRegistered(stations.size()));
    }

    /** What is not set anew was set by the same registration, when it asks twice. */
    private Mono<Void> requireSame(
            Set<StationKey> stations, List<Entry> set, RegisterCredentials query) {
        Set<StationKey> others = new HashSet<>(stations);
        set.forEach(entry -> others.remove(entry.station()));
        return others.isEmpty()
                ? Mono.empty()
                : stored.registeredBy(query.registration(), others)
                        .collectList()
                        .doOnNext(others::removeAll)
                        .filter(_ -> !others.isEmpty())
                        .flatMap(_ ->
                                Mono.error(
                                        new IllegalStateException(
                                                others + " were registered anew since")));
    }
}
