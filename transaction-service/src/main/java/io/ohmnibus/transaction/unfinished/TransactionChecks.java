/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.unfinished;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What stations were asked about their transactions, and what they said. */
interface TransactionChecks {

    /** A transaction of a station. */
    record Asked(StationKey station, String transactionId) {}

    /** When it is now, and when to ask next if nothing is heard. */
    record Round(Instant now, Instant next) {}

    /**
     * What is known of a transaction by asking.
     *
     * @param ongoing whether the station says that it has not ended
     * @param messagesInQueue whether the station has more to tell
     * @param nextAt when it is asked again; absent when there is nothing more to ask
     */
    record Check(
            String transactionId,
            Instant askedAt,
            @Nullable Boolean ongoing,
            @Nullable Boolean messagesInQueue,
            @Nullable Instant answeredAt,
            @Nullable Instant nextAt) {}

    /**
     * Claims transactions to ask about: those that go on, or lack messages, and of which nothing
     * came since a time; and those whose turn it is again.
     */
    Flux<Asked> claim(Instant silentSince, Round round, int limit);

    /** Claims the transactions of a station that go on and of which nothing came since a time. */
    Flux<Asked> claim(StationKey station, Instant silentSince, Round round);

    /** Remembers an answer. */
    Mono<Void> answered(StationKey station, Check check);

    /** By transaction id, beginning after one. */
    Flux<Check> list(StationKey station, @Nullable String after, int limit);
}
