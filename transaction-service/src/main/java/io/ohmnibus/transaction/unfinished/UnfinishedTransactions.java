/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives up waiting for the end of ongoing transactions. */
interface UnfinishedTransactions {

    /** A transaction that is no longer waited for. */
    record Abandoned(StationKey station, TransactionAbandoned event) {}

    /** A transaction that may supersede others of its station. */
    record Later(StationKey station, String transactionId) {}

    /**
     * Those whose last event is older than the start of one of these at the same EVSE, by the
     * station's clock: an EVSE has one transaction at a time.
     */
    Flux<Abandoned> supersededBy(List<Later> later);

    /** Those of which nothing came since a time, oldest first. */
    Flux<Abandoned> silentSince(Instant time, int limit);

    /** The one that the station says is over without more to tell, if it was waited for. */
    Mono<Abandoned> over(StationKey station, String transactionId);
}
