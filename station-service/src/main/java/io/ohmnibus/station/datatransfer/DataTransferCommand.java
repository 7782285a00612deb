/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.datatransfer;

import io.ohmnibus.ocpp.message.DataTransferRequest;
import io.ohmnibus.ocpp.message.DataTransferResponse;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.datatransfer.VendorMessages.Direction;
import io.ohmnibus.station.datatransfer.VendorMessages.Name;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Remembers which vendors' messages a station takes: what they mean is for them to agree. */
@UseCase("P01")
final class DataTransferCommand
        implements CommandHandler<DataTransferRequest, DataTransferResponse> {

    private final VendorMessages messages;
    private final Clock clock;

    DataTransferCommand(VendorMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            DataTransferRequest request,
            Outcome<DataTransferResponse> outcome) {
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        answer -> CommandOutcome.answered(answer.status(), answer.statusInfo()));
        return messages.seen(
                station,
                Direction.TO_STATION,
                new Name(request.vendorId(), request.messageId()),
                ended.status(),
                clock.instant());
    }
}
