/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.Station;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a station back what it sends, for those who try out their DataTransfer. */
@Component
final class EchoHandler implements VendorHandler {

    @Override
    public String vendorId() {
        return "io.ohmnibus";
    }

    @Override
    public @Nullable String messageId() {
        return "Echo";
    }

    @Override
    public Mono<DataTransferResponse> handle(Station station, DataTransferRequest request) {
        return Mono.just(
                new DataTransferResponse(
                        DataTransferStatusEnum.ACCEPTED,
                        null,
                        request.data(),
                        request.customData()));
    }
}
