/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.test.ServiceDatabase;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Credentials in a real table; what goes to the topic is kept in memory. */
public final class CredentialsUnderTest {

    private final Map<StationKey, StationCredentials> published = new ConcurrentHashMap<>();
    private final Credentials credentials;

    public CredentialsUnderTest(ServiceDatabase database, Clock clock) {
        this.credentials =
                new Credentials(
                        new PostgresStoredCredentials(database.client()),
                        (station, value) -> Mono.fromRunnable(() -> published.put(station, value)),
                        clock);
    }

    public Credentials credentials() {
        return credentials;
    }

    /** Registers a station. */
    public void register(StationKey station, StationCredentials as) {
        credentials.put(station, as).block();
    }

    /** What the gateways know. */
    public StationCredentials published(StationKey station) {
        return Objects.requireNonNull(published.get(station));
    }
}
