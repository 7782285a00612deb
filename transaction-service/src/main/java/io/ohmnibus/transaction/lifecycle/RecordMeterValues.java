/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.message.TransactionEventResponse;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.transaction.metering.MeterValueRow;
import io.ohmnibus.transaction.metering.MeterValues;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** Stores the meter values of a transaction event, one by one. */
@Order(300)
@UseCase("J02")
final class RecordMeterValues implements TransactionEventStep {

    private final MeterValues meterValues;

    RecordMeterValues(MeterValues meterValues) {
        this.meterValues = meterValues;
    }

    @Override
    public Mono<TransactionEventResponse> apply(
            Station station, TransactionEventRequest event, TransactionEventResponse answer) {
        EVSE evse = event.evse();
        MeterValueRow.Source source =
                new MeterValueRow.Source(
                        station.key(),
                        station.call(),
                        evse == null ? null : evse.id(),
                        TransactionKey.of(station, event).transactionId(),
                        event.seqNo());
        return meterValues.add(source, event.meterValue()).thenReturn(answer);
    }
}
