/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionUpdated;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the summary of a transaction that is over, and tells who settles it. */
@Component
final class SummarizeSession {

    private final Sessions sessions;
    private final Events events;

    SummarizeSession(Sessions sessions, Events events) {
        this.sessions = sessions;
        this.events = events;
    }

    Mono<Void> summarize(StationKey station, String transactionId) {
        return sessions.moments(station, transactionId)
                .collectList()
                .map(ChargingTime::of)
                .flatMap(charging -> sessions.write(station, transactionId, charging))
                .flatMap(summary -> events.publish(station, summary));
    }

    /** Its end came. */
    @Component
    static final class WhenEnded implements EventConsumer<TransactionEnded> {

        private final SummarizeSession sessions;

        WhenEnded(SummarizeSession sessions) {
            this.sessions = sessions;
        }

        @Override
        public Mono<Void> on(EventMeta meta, TransactionEnded event) {
            return sessions.summarize(meta.station(), event.transactionId());
        }
    }

    /** Something came after its end. */
    @Component
    static final class WhenUpdated implements EventConsumer<TransactionUpdated> {

        private final SummarizeSession sessions;

        WhenUpdated(SummarizeSession sessions) {
            this.sessions = sessions;
        }

        @Override
        public Mono<Void> on(EventMeta meta, TransactionUpdated event) {
            return event.ended()
                    ? sessions.summarize(meta.station(), event.transactionId())
                    : Mono.empty();
        }
    }

    /** Its end is no longer expected. */
    @Component
    static final class WhenAbandoned implements EventConsumer<TransactionAbandoned> {

        private final SummarizeSession sessions;

        WhenAbandoned(SummarizeSession sessions) {
            this.sessions = sessions;
        }

        @Override
        public Mono<Void> on(EventMeta meta, TransactionAbandoned event) {
            return sessions.summarize(meta.station(), event.transactionId());
        }
    }
}
