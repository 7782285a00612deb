/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.TransactionEventRequest;

/** Copies transaction events with a change. */
final class TransactionEvents {

    private TransactionEvents() {}

    /** The same event, marked as one that happened offline. */
    static TransactionEventRequest offline(TransactionEventRequest event) {
        return new TransactionEventRequest(
                event.costDetails(),
                event.eventType(),
                event.meterValue(),
                event.timestamp(),
                event.triggerReason(),
                event.seqNo(),
                true,
                event.numberOfPhasesUsed(),
                event.cableMaxCurrent(),
                event.reservationId(),
                event.preconditioningStatus(),
                event.evseSleep(),
                event.transactionInfo(),
                event.evse(),
                event.idToken(),
                event.customData());
    }
}
