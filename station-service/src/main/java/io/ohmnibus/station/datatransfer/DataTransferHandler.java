/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.ocpp.type.DataTransferStatusEnum;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.Station;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.datatransfer.VendorMessages.Direction;
import io.ohmnibus.station.datatransfer.VendorMessages.Name;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import reactor.core.publisher.Mono;

/** Finds the handler of a vendor's message, or says which half of its name is unknown. */
@UseCase("P02")
final class DataTransferHandler implements CallHandler<DataTransferRequest, DataTransferResponse> {

    private final Map<Name, VendorHandler> handlers = new HashMap<>();
    private final VendorMessages messages;

    DataTransferHandler(ObjectProvider<VendorHandler> handlers, VendorMessages messages) {
        this.messages = messages;
        handlers.forEach(handler -> {
            Name name = new Name(handler.vendorId(), handler.messageId());
            if (this.handlers.put(name, handler) != null) {
                throw new IllegalStateException("Two handlers answer " + name);
            }
        });
    }

    @Override
    public Mono<DataTransferResponse> handle(Station station, DataTransferRequest request) {
        Name name = new Name(request.vendorId(), request.messageId());
        return answer(station, name, request)
                .delayUntil(answer ->
                        messages.seen(
                                station.key(),
                                Direction.FROM_STATION,
                                name,
                                answer.status().wireName(),
                                station.call().receivedAt()));
    }

    private Mono<DataTransferResponse> answer(
            Station station, Name name, DataTransferRequest request) {
        VendorHandler handler = handlers.get(name);
        if (handler != null) {
            return handler.handle(station, request);
        }
        boolean knowsVendor =
                handlers.keySet().stream()
                        .anyMatch(known -> known.vendorId().equals(name.vendorId()));
        return Mono.just(
                new DataTransferResponse(
                        knowsVendor
                                ? DataTransferStatusEnum.UNKNOWN_MESSAGE_ID // P02.FR.07
                                : DataTransferStatusEnum.UNKNOWN_VENDOR_ID, // P02.FR.06
                        null,
                        null,
                        null));
    }
}
