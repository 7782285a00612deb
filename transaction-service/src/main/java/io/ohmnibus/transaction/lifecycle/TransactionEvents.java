/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.Station;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every event as it came, and the answer it got. */
interface TransactionEvents {

    /** The answer that this event got when it came before, whatever its message id was. */
    Mono<TransactionEventResponse> answerTo(Station station, TransactionEventRequest event);

    /** Keeps an event with its answer. */
    Mono<Void> add(Station station, TransactionEventRequest event, TransactionEventResponse answer);

    /** The events of a transaction that count: the first one of each sequence number. */
    Flux<ReceivedEvent> of(TransactionKey key);
}
