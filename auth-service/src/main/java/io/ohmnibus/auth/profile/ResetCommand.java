/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Whether a station reboots, now or when it is idle (B11, B12). */
@UseCase("A05")
final class ResetCommand implements CommandHandler<ResetRequest, ResetResponse> {

    private final StepEnds ends;

    ResetCommand(StepEnds ends) {
        this.ends = ends;
    }

    @Override
    public Mono<Void> completed(
            StationKey station, ResetRequest request, Outcome<ResetResponse> outcome) {
        return ends.ended(
                station,
                request,
                StepOutcome.of(
                        outcome,
                        answer ->
                                StepOutcome.of(
                                        answer.status() != ResetStatusEnum.REJECTED,
                                        answer.status().wireName(),
                                        answer.statusInfo())));
    }
}
