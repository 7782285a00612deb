/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.platform.ocpp.Station;

/**
 * What identifies a transaction. Stations make transaction ids, so the same id at another station
 * is another transaction (E, 1.2; A31).
 */
record TransactionKey(String tenant, String stationId, String transactionId) {

    static TransactionKey of(Station station, TransactionEventRequest event) {
        String id = event.transactionInfo().transactionId();
        if (id.indexOf('\0') >= 0) {
            throw new OcppException(
                    OcppErrorCode.PROPERTY_CONSTRAINT_VIOLATION,
                    "transactionId holds a character that no identifier has");
        }
        return new TransactionKey(station.tenant(), station.id(), id);
    }
}
