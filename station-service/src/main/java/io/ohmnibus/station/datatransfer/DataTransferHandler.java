/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Mono;

/** Finds the handler of a vendor's message, or says which half of its name is unknown. */
@UseCase("P02")
final class DataTransferHandler implements CallHandler<DataTransferRequest, DataTransferResponse> {

    private final List<VendorHandler> handlers;

    DataTransferHandler(ObjectProvider<VendorHandler> handlers) {
        this.handlers = handlers.stream().toList();
    }

    @Override
    public Mono<DataTransferResponse> handle(Station station, DataTransferRequest request) {
        List<VendorHandler> ofVendor =
                handlers.stream()
                        .filter(handler -> handler.vendorId().equals(request.vendorId()))
                        .toList();
        if (ofVendor.isEmpty()) { // P02.FR.06
            return Mono.just(answer(DataTransferStatusEnum.UNKNOWN_VENDOR_ID));
        }
        return ofVendor.stream()
                .filter(handler -> Objects.equals(handler.messageId(), request.messageId()))
                .findFirst()
                .map(handler -> handler.handle(station, request))
                .orElseGet( // P02.FR.07
                        () -> Mono.just(answer(DataTransferStatusEnum.UNKNOWN_MESSAGE_ID)));
    }

    private static DataTransferResponse answer(DataTransferStatusEnum status) {
        return new DataTransferResponse(status, null, null, null);
    }
}
