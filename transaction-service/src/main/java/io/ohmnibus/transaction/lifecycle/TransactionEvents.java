/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventResponse;
import java.util.List;
import java.util.Map;
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
}
