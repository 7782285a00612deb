/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.platform.ocpp.Station;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Understands one message of a vendor. A bean of it is all the registration there is. */
public interface VendorHandler {

    /** The vendor as stations name it, best a reversed domain name (P02.FR.03). */
    String vendorId();

    /** The message, or null for the one handler that takes requests without a message id. */
    @Nullable String messageId();

    Mono<DataTransferResponse> handle(Station station, DataTransferRequest request);
}
