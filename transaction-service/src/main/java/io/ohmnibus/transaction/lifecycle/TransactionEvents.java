/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.Station;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every event as it came, and the answer it got. */
interface TransactionEvents {

    /** The answers to those of the events that came before, whatever their message ids were. */
    Mono<Map<EventInHand, TransactionEventResponse>> answersTo(List<EventInHand> events);

    /** Keeps events with their answers. */
    Mono<Void> add(List<EventInHand> events);

    /** The events of a transaction that count: the first one of each sequence number. */
    Flux<ReceivedEvent> of(TransactionKey key);

    /**
     * An event and its answer.
     *
     * @param station who sent it, and by which message; the connection is not known any more
     * @param conflicting another event had its sequence number before
     */
    record Kept(
            Station station,
            ReceivedEvent event,
            boolean conflicting,
            TransactionEventResponse answer) {}

    /** All events of a transaction by sequence number, also those that do not count. */
    Flux<Kept> kept(TransactionKey key);

    /** The transactions that have events, by station and id, beginning after one. */
    Flux<TransactionKey> transactions(
            String tenant, @Nullable String stationId, @Nullable TransactionKey after, int limit);
}
