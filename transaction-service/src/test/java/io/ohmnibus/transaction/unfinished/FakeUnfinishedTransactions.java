/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every transaction supersedes another one, and is over when the station says so. */
final class FakeUnfinishedTransactions implements UnfinishedTransactions {

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final TransactionAbandoned EARLIER = new TransactionAbandoned("tx-0", 1, "tx-1", NOW);

    static TransactionAbandoned told(String transactionId) {
        return new TransactionAbandoned(transactionId, 1, null, NOW);
    }

    @Override
    public Flux<Abandoned> supersededBy(List<Later> later) {
        return Flux.fromIterable(later).map(one -> new Abandoned(one.station(), EARLIER));
    }

    @Override
    public Flux<Abandoned> silentSince(Instant time, int limit) {
        return Flux.empty();
    }

    @Override
    public Mono<Abandoned> over(StationKey station, String transactionId) {
        return Mono.just(new Abandoned(station, told(transactionId)));
    }
}
