/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.platform.store.Writes;
import io.ohmnibus.transaction.metering.Measurement;
import io.ohmnibus.transaction.metering.MeterValues;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/** Stores the meter values of transaction events, one by one. */
@Order(300)
@UseCase({"J02", "J03"})
final class RecordMeterValues implements TransactionEventStep {

    private final MeterValues meterValues;

    RecordMeterValues(MeterValues meterValues) {
        this.meterValues = meterValues;
    }

    @Override
    public Mono<Void> apply(List<EventInHand> events) {
        return Writes.later(meterValues.add(measured(events)));
    }

    /** What events tell of meters. */
    static List<Measurement> measured(List<EventInHand> events) {
        return events.stream()
                .filter(event -> event.request().meterValue() != null)
                .map(RecordMeterValues::measurement)
                .toList();
    }

    private static Measurement measurement(EventInHand event) {
        return new Measurement(
                event.station(),
                event.evseId(),
                new Measurement.Place(event.transactionId(), event.request().seqNo()),
                Objects.requireNonNull(event.request().meterValue()));
    }
}
