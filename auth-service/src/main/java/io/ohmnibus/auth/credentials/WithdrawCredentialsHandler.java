/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.CredentialsWithdrawn;
import io.ohmnibus.contracts.auth.WithdrawCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Forgets the credentials that a registration left which failed, in the table and at the gateways.
 */
@Component
final class WithdrawCredentialsHandler
        implements QueryHandler<WithdrawCredentials, CredentialsWithdrawn> {

    private final Credentials credentials;
    private final StoredCredentials stored;

    WithdrawCredentialsHandler(Credentials credentials, StoredCredentials stored) {
        this.credentials = credentials;
        this.stored = stored;
    }

    @Override
    public Mono<CredentialsWithdrawn> answer(StationKey asker, WithdrawCredentials query) {
        List<StationKey> stations =
                query.stations().stream().map(id -> new StationKey(asker.tenant(), id)).toList();
        return stored.reserve(stations)
                .then(Mono.defer(() -> stored.withdraw(stations, query.askedAt()).collectList()))
                .delayUntil(credentials::remove)
                .map(gone -> new CredentialsWithdrawn(gone.size()));
    }
}
