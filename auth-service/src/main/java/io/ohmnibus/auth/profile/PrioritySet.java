/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.auth.variable.SetVariablesStep;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether a station takes the new order of its network profiles (A05.FR.02 to A05.FR.04). */
@Component
final class PrioritySet implements SetVariablesStep {

    private final StepEnds ends;

    PrioritySet(StepEnds ends) {
        this.ends = ends;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            SetVariablesRequest request,
            Outcome<SetVariablesResponse> outcome) {
        return StepCommands.PRIORITY.valueIn(request).isEmpty()
                ? Mono.empty()
                : ends.ended(station, request, StepOutcome.of(outcome, PrioritySet::answered));
    }

    private static StepOutcome answered(SetVariablesResponse response) {
        return StepCommands.PRIORITY
                .resultIn(response)
                .map(result ->
                        StepOutcome.of( // B10.FR.01
                                result.attributeStatus() == SetVariableStatusEnum.ACCEPTED
                                        || result.attributeStatus()
                                                == SetVariableStatusEnum.REBOOT_REQUIRED,
                                result.attributeStatus().wireName(),
                                result.attributeStatusInfo()))
                .orElseGet(() -> new StepOutcome.Failed("The answer does not mention it"));
    }
}
