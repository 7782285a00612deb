/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.state.CompactedTable;
import io.ohmnibus.platform.state.CompactedTopic;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Publishes the credentials of the stations where table and topic differ, and takes from the topic
 * those that were registered by a transaction that never committed; usually none.
 */
@Component
class CredentialsRepair {

    private static final Logger log = LoggerFactory.getLogger(CredentialsRepair.class);

    private final StoredCredentials stored;
    private final CompactedTable<StationCredentials> published;
    private final CompactedTopic<StationCredentials> topic;
    private final TransactionalOperator transaction;

    CredentialsRepair(
            StoredCredentials stored,
            CompactedTable<StationCredentials> published,
            CompactedTopic<StationCredentials> topic,
            TransactionalOperator transaction) {
        this.stored = stored;
        this.published = published;
        this.topic = topic;
        this.transaction = transaction;
    }

    /** How many stations were repaired; safe to run on several instances at a time. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT10M")
    Mono<Long> repair() {
        Flux<StationKey> unpublished =
                Flux.defer(stored::all)
                        .filter(entry -> isUnpublished(entry.station(), entry.credentials()))
                        .concatMap(entry -> publish(entry.station()));
        Flux<StationKey> unknown =
                Flux.defer(() -> Flux.fromIterable(published.stations()))
                        .filterWhen(station -> stored.find(station).hasElement().map(has -> !has))
                        .concatMap(this::withdraw);
        return Flux.concat(unpublished, unknown).count();
    }

    private boolean isUnpublished(StationKey station, StationCredentials row) {
        return published.ready() && !Optional.of(row).equals(published.get(station));
    }

    /** Under the row's lock, so that it cannot undo a change that is being made. */
    private Mono<StationKey> publish(StationKey station) {
        return stored.lock(station)
                .filter(row -> isUnpublished(station, row))
                .delayUntil(row -> topic.put(station, row))
                .as(transaction::transactional)
                .map(_ -> station)
                .doOnNext(repaired -> log.warn("Credentials of {} were not published", repaired));
    }

    /** Under a reservation, so that it cannot undo a registration that is being made. */
    private Mono<StationKey> withdraw(StationKey station) {
        return stored.reserve(List.of(station))
                .then(Mono.defer(() -> stored.find(station).hasElement()))
                .filter(registered -> !registered)
                .delayUntil(_ -> topic.put(station, null))
                .as(transaction::transactional)
                .map(_ -> station)
                .doOnNext(gone -> log.warn("Credentials of {} were never committed", gone));
    }
}
