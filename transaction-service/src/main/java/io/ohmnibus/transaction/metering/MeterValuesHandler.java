/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.metering;

import io.ohmnibus.ocpp.message.MeterValuesRequest;
import io.ohmnibus.ocpp.message.MeterValuesResponse;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Stores meter values that belong to no transaction; EVSE 0 is the whole station (J01.FR.03). */
@UseCase("J01")
final class MeterValuesHandler implements CallHandler<MeterValuesRequest, MeterValuesResponse> {

    private final MeterValues meterValues;

    MeterValuesHandler(MeterValues meterValues) {
        this.meterValues = meterValues;
    }

    @Override
    public Mono<MeterValuesResponse> handle(Station station, MeterValuesRequest request) {
        MeterValueRow.Source source =
                new MeterValueRow.Source(
                        station.key(), station.call(), request.evseId(), null, null);
        return meterValues
                .add(source, request.meterValue())
                .thenReturn(MeterValuesResponse.EMPTY); // J01.FR.18
    }
}
