/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import io.ohmnibus.contracts.transaction.SessionSummarized;
import io.ohmnibus.contracts.transaction.TransactionAbandoned;
import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.contracts.transaction.TransactionNews;
import io.ohmnibus.contracts.transaction.TransactionResumed;
import io.ohmnibus.contracts.transaction.TransactionStarted;
import io.ohmnibus.contracts.transaction.TransactionUpdated;
import io.ohmnibus.platform.event.BatchEventConsumer;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.transaction.session.ChargingTime.Moment;
import io.ohmnibus.transaction.session.Sessions.SessionKey;
import io.ohmnibus.transaction.session.Sessions.Summary;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the summary of a transaction that is over, and tells who settles it. */
@Component
final class SummarizeSession implements BatchEventConsumer<TransactionNews>, Summaries {

    private final Sessions sessions;
    private final Events events;

    SummarizeSession(Sessions sessions, Events events) {
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    public boolean concerns(TransactionNews event) {
        return switch (event) {
            case TransactionEnded _, TransactionAbandoned _ -> true;
            case TransactionUpdated updated -> updated.ended(); // it came after the end
            case TransactionStarted _, TransactionResumed _, SessionSummarized _ -> false;
        };
    }

    @Override
    public Mono<Void> onAll(List<Happened<TransactionNews>> happened) {
        return summarize(
                        happened.stream()
                                .map(one ->
                                        new SessionKey(
                                                one.meta().station(), one.event().transactionId()))
                                .distinct()
                                .toList())
                .then();
    }

    @Override
    public Mono<Boolean> summarize(StationKey station, String transactionId) {
        return summarize(List.of(new SessionKey(station, transactionId))).hasElements();
    }

    private Flux<Summary> summarize(List<SessionKey> transactions) {
        return sessions.moments(transactions)
                .map(moments -> charging(transactions, moments))
                .flatMapMany(sessions::write)
                .collectList()
                .flatMapIterable(written -> written)
                .concatMap(one -> events.publish(one.station(), one.summarized()).thenReturn(one));
    }

    private static Map<SessionKey, Duration> charging(
            List<SessionKey> transactions, Map<SessionKey, Collection<Moment>> moments) {
        Map<SessionKey, Duration> charging = new LinkedHashMap<>();
        transactions.forEach(
                key -> charging.put(key, ChargingTime.of(moments.getOrDefault(key, List.of()))));
        return charging;
    }
}
