/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.profile;

import io.ohmnibus.auth.variable.StationVariable;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What a station tells about its network profiles. */
@UseCase("A05")
final class GetVariablesCommand
        implements CommandHandler<GetVariablesRequest, GetVariablesResponse> {

    private final StepEnds ends;

    GetVariablesCommand(StepEnds ends) {
        this.ends = ends;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            GetVariablesRequest request,
            Outcome<GetVariablesResponse> outcome) {
        return ends.ended(station, request, StepOutcome.of(outcome, GetVariablesCommand::answered));
    }

    private static StepOutcome answered(GetVariablesResponse response) {
        boolean downgrade =
                value(response, StepCommands.DOWNGRADE)
                        .filter("true"::equalsIgnoreCase)
                        .isPresent();
        return value(response, StepCommands.PRIORITY)
                .<StepOutcome>map(priority -> new StepOutcome.Network(priority, downgrade))
                .orElseGet(() ->
                        new StepOutcome.Failed(
                                "The station does not tell its NetworkConfigurationPriority"));
    }

    private static Optional<String> value(GetVariablesResponse response, StationVariable variable) {
        return response.getVariableResult().stream()
                .filter(result -> variable.is(result.component(), result.variable()))
                .filter(result -> result.attributeStatus() == GetVariableStatusEnum.ACCEPTED)
                .map(GetVariableResult::attributeValue)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }
}
