/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.message.TransactionEventRequest;

/**
 * What stations know of their transactions, whatever a CSMS makes of it; called on the station's
 * threads and must not wait.
 */
public interface TransactionBook {

    /** Nobody keeps one. */
    TransactionBook NONE =
            new TransactionBook() {
                @Override
                public void happened(String stationId, TransactionEventRequest event) {}

                @Override
                public void acknowledged(String stationId, TransactionEventRequest event) {}
            };

    /** The event was put in the queue of what the CSMS is to be told. */
    void happened(String stationId, TransactionEventRequest event);

    /** The CSMS has answered the event with a CALLRESULT; the station has forgotten it. */
    void acknowledged(String stationId, TransactionEventRequest event);
}
