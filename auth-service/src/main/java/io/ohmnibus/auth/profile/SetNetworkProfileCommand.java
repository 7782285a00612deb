/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.ocpp.message.SetNetworkProfileRequest;
import io.ohmnibus.ocpp.message.SetNetworkProfileResponse;
import io.ohmnibus.ocpp.type.SetNetworkProfileStatusEnum;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Whether a station keeps the new way to the CSMS (B09.FR.01 to B09.FR.05). */
@UseCase("A05")
final class SetNetworkProfileCommand
        implements CommandHandler<SetNetworkProfileRequest, SetNetworkProfileResponse> {

    private final StepEnds ends;

    SetNetworkProfileCommand(StepEnds ends) {
        this.ends = ends;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            SetNetworkProfileRequest request,
            Outcome<SetNetworkProfileResponse> outcome) {
        return ends.ended(
                station,
                request,
                StepOutcome.of(
                        outcome,
                        answer ->
                                StepOutcome.of(
                                        answer.status() == SetNetworkProfileStatusEnum.ACCEPTED,
                                        answer.status().wireName(),
                                        answer.statusInfo())));
    }
}
