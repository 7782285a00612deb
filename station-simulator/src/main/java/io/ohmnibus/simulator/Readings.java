/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import io.ohmnibus.ocpp.type.MeterValue;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import io.ohmnibus.ocpp.type.TriggerReasonEnum;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The meter values that an EVSE sends during a transaction (J02). */
final class Readings {

    private final EvseState evse;
    private final Meter meter;

    Readings(EvseState evse, Meter meter) {
        this.evse = evse;
        this.meter = meter;
    }

    /** Energy flows for that long, and that much more of it; then a periodic reading is sent. */
    void pass(Duration time, BigDecimal wattHours) {
        evse.station()
                .locked(() -> {
                    meter.pass(time);
                    meter.add(wattHours);
                    var session = evse.session();
                    if (session != null && meter.power().signum() > 0) {
                        session.charged(time.toSeconds());
                    }
                    send(
                            TriggerReasonEnum.METER_VALUE_PERIODIC,
                            ReadingContextEnum.SAMPLE_PERIODIC);
                });
    }

    /** Sends the readings of the transaction, if there is one. */
    void send(TriggerReasonEnum trigger, ReadingContextEnum context) {
        evse.station()
                .locked(() -> {
                    var session = evse.session();
                    if (session != null) {
                        session.send(
                                TransactionEventEnum.UPDATED,
                                Cause.of(trigger).with(read(context, "TxUpdatedMeasurands")));
                    }
                });
    }

    /** The measurands that the variable of SampledDataCtrlr lists. */
    @Nullable List<MeterValue> read(ReadingContextEnum context, String variable) {
        return read(context, evse.station().model().members("SampledDataCtrlr", variable));
    }

    @Nullable List<MeterValue> read(ReadingContextEnum context, Set<String> measurands) {
        return meter.read(evse.station().now(), context, measurands);
    }
}
