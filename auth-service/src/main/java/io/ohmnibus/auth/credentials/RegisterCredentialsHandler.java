/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.CredentialsRegistered;
import io.ohmnibus.contracts.auth.RegisterCredentials;
import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import io.ohmnibus.platform.state.CompactedTopic;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets the credentials of a station, in the table and at the gateways. */
@Component
final class RegisterCredentialsHandler
        implements QueryHandler<RegisterCredentials, CredentialsRegistered> {

    private final StoredCredentials stored;
    private final CompactedTopic<StationCredentials> topic;
    private final Clock clock;

    RegisterCredentialsHandler(
            StoredCredentials stored, CompactedTopic<StationCredentials> topic, Clock clock) {
        this.stored = stored;
        this.topic = topic;
        this.clock = clock;
    }

    @Override
    public Mono<CredentialsRegistered> answer(StationKey station, RegisterCredentials query) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the table keeps it
        StationCredentials credentials =
                new StationCredentials(query.securityProfile(), query.passwordHash(), now);
        return stored.put(station, credentials)
                .then(topic.put(station, credentials))
                .thenReturn(new CredentialsRegistered(now));
    }
}
