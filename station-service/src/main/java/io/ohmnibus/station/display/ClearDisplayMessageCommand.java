/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.ocpp.message.ClearDisplayMessageRequest;
import io.ohmnibus.ocpp.message.ClearDisplayMessageResponse;
import io.ohmnibus.ocpp.type.ClearMessageStatusEnum;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Removes a message. A station that does not know it (O05.FR.02) does not have it either. */
@UseCase("O05")
final class ClearDisplayMessageCommand
        implements CommandHandler<ClearDisplayMessageRequest, ClearDisplayMessageResponse> {

    private final DisplayMessages messages;
    private final Clock clock;

    ClearDisplayMessageCommand(DisplayMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            ClearDisplayMessageRequest request,
            Outcome<ClearDisplayMessageResponse> outcome) {
        return switch (outcome) {
            case Outcome.Answered<ClearDisplayMessageResponse>(var answer) ->
                    answer.status() == ClearMessageStatusEnum.REJECTED // O05.FR.03
                            ? Mono.empty()
                            : messages.cleared(station, request.id());
            case Outcome.TimedOut<?> _ -> messages.doubtful(station, request.id(), clock.instant());
            case Outcome.Refused<?> _, Outcome.Offline<?> _ -> Mono.empty();
        };
    }
}
