/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTopic;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and changes the credentials of stations; changes go to the gateways as well. */
@Component
public final class Credentials {

    private final StoredCredentials stored;
    private final CompactedTopic<StationCredentials> topic;
    private final Clock clock;

    Credentials(StoredCredentials stored, CompactedTopic<StationCredentials> topic, Clock clock) {
        this.stored = stored;
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * The credentials of a station, locked until the end of the current transaction; empty when
     * there is no such station. Whoever changes something that hangs on them locks them first.
     */
    public Mono<StationCredentials> lock(StationKey station) {
        return stored.lock(station);
    }

    /** The credentials of a station; empty when there is no such station. */
    public Mono<StationCredentials> find(StationKey station) {
        return stored.find(station);
    }

    /** The station with that identity, or else that name in its certificate. */
    public Mono<StationKey> named(String tenant, String name) {
        return stored.named(tenant, name);
    }

    /** Changes credentials in the current transaction; the change gets the present time. */
    public Mono<StationCredentials> change(
            StationKey station,
            BiFunction<StationCredentials, Instant, StationCredentials> change) {
        return stored.lock(station)
                .flatMap(before -> {
                    StationCredentials after = change.apply(before, now());
                    return after.equals(before)
                            ? Mono.just(before)
                            : put(station, after).thenReturn(after);
                });
    }

    Mono<Void> put(StationKey station, StationCredentials credentials) {
        return stored.put(station, credentials).then(topic.put(station, credentials));
    }

    /** Tells the gateways what the current transaction has stored. */
    Mono<Void> publish(Collection<StoredCredentials.Entry> entries) {
        return Flux.fromIterable(entries)
                .flatMap(entry -> topic.put(entry.station(), entry.credentials()))
                .then();
    }

    /** Tells the gateways which stations have none any more. */
    Mono<Void> remove(Collection<StationKey> stations) {
        return Flux.fromIterable(stations).flatMap(station -> topic.put(station, null)).then();
    }

    /** The present time, as the table keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
