/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.platform.ocpp.Station;
import reactor.core.publisher.Mono;

/**
 * One concern of a transaction event: reads the event, adds its part to the answer. Steps are beans
 * marked with {@link io.ohmnibus.platform.ocpp.UseCase} and run in their {@link
 * org.springframework.core.annotation.Order}, in one database transaction. An event that comes
 * again does not reach them.
 */
public interface TransactionEventStep {

    /** Completes with the answer so far and what this step adds to it; never empty. */
    Mono<TransactionEventResponse> apply(
            Station station, TransactionEventRequest event, TransactionEventResponse answer);

    /**
     * This step with what it had to ask others about the event. Runs before the transaction, like
     * {@link io.ohmnibus.platform.ocpp.CallHandler#prepare}, and before all steps.
     */
    default Mono<? extends TransactionEventStep> prepare(
            Station station, TransactionEventRequest event) {
        return Mono.just(this);
    }
}
