/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * One concern of transaction events: reads each event, adds its part to the answer. Steps are beans
 * marked with {@link io.ohmnibus.platform.ocpp.UseCase} and run in their {@link
 * org.springframework.core.annotation.Order}, in one database transaction. An event that comes
 * again does not reach them.
 */
public interface TransactionEventStep {

    /**
     * Takes the events that are handled together, each of another station, and adds to their
     * answers. What it needs of the database it asks once for all of them.
     */
    Mono<Void> apply(List<EventInHand> events);

    /**
     * Asks others what this step must know of an event. Runs before the transaction, like {@link
     * io.ohmnibus.platform.ocpp.BatchCallHandler#read}, and before all steps.
     */
    default Mono<Void> prepare(EventInHand event) {
        return Mono.empty();
    }
}
