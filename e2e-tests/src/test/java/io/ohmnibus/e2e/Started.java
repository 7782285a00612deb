/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.e2e;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.Transaction;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import io.ohmnibus.simulator.Station;
import java.util.UUID;

/** A new transaction of which nothing is known but the token that was presented. */
public final class Started {

    private Started() {}

    /** It starts now, with its first event. */
    public static TransactionEventRequest now(Station station, IdToken token) {
        return new TransactionEventRequest(
                null,
                TransactionEventEnum.STARTED,
                null,
                station.now(),
                TriggerReasonEnum.AUTHORIZED,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                new Transaction(
                        UUID.randomUUID().toString(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                null,
                token,
                null);
    }
}
