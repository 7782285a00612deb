/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.MeterValuesResponse;
import io.ohmnibus.platform.ocpp.BatchCallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.Collections;
import java.util.List;
import reactor.core.publisher.Mono;

/** Stores meter values that belong to no transaction; EVSE 0 is the whole station (J01.FR.03). */
@UseCase("J01")
final class MeterValuesHandler
        implements BatchCallHandler<MeterValuesRequest, MeterValuesResponse, Measurement> {

    private final MeterValues meterValues;

    MeterValuesHandler(MeterValues meterValues) {
        this.meterValues = meterValues;
    }

    @Override
    public Mono<Measurement> read(Station station, MeterValuesRequest request) {
        return Mono.just(new Measurement(station, request.evseId(), null, request.meterValue()));
    }

    @Override
    public Mono<List<MeterValuesResponse>> handleAll(List<Measurement> measurements) {
        return meterValues
                .add(measurements)
                .thenReturn( // J01.FR.18
                        Collections.nCopies(measurements.size(), MeterValuesResponse.EMPTY));
    }
}
