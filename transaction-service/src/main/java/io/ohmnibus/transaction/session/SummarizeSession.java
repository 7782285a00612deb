/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import io.ohmnibus.contracts.transaction.SessionSummarized;
import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionNews;
import io.ohmnibus.contracts.transaction.TransactionResumed;
import io.ohmnibus.contracts.transaction.TransactionStarted;
import io.ohmnibus.contracts.transaction.TransactionUpdated;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the summary of a transaction that is over, and tells who settles it. */
@Component
final class SummarizeSession implements EventConsumer<TransactionNews>, Summaries {

    private final Sessions sessions;
    private final Events events;

    SummarizeSession(Sessions sessions, Events events) {
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    public Mono<Void> on(EventMeta meta, TransactionNews event) {
        return isOver(event)
                ? summarize(meta.station(), event.transactionId()).then()
                : Mono.empty();
    }

    private static boolean isOver(TransactionNews event) {
        return switch (event) {
            case TransactionEnded _, TransactionAbandoned _ -> true;
            case TransactionUpdated updated -> updated.ended(); // it came after the end
            case TransactionStarted _, TransactionResumed _, SessionSummarized _ -> false;
        };
    }

    @Override
    public Mono<Boolean> summarize(StationKey station, String transactionId) {
        return sessions.moments(station, transactionId)
                .collectList()
                .map(ChargingTime::of)
                .flatMap(charging -> sessions.write(station, transactionId, charging))
                .flatMap(summary -> events.publish(station, summary).thenReturn(true))
                .defaultIfEmpty(false);
    }
}
