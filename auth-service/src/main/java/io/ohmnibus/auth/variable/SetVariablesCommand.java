/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.variable;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands the outcome of variables that this service sets to those who wanted them set. */
@UseCase({"A01", "A05"})
final class SetVariablesCommand
        implements CommandHandler<SetVariablesRequest, SetVariablesResponse> {

    private final List<SetVariablesStep> steps;

    SetVariablesCommand(List<SetVariablesStep> steps) {
        this.steps = List.copyOf(steps);
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            SetVariablesRequest request,
            Outcome<SetVariablesResponse> outcome) {
        return Flux.fromIterable(steps)
                .concatMap(step -> step.completed(station, request, outcome))
                .then();
    }
}
