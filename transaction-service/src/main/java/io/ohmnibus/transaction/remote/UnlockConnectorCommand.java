/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.message.UnlockConnectorRequest;
import io.ohmnibus.ocpp.message.UnlockConnectorResponse;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Unlocks a connector whose cable is stuck. The station answers when it has tried (F05.FR.04). */
@UseCase("F05")
final class UnlockConnectorCommand
        implements PreparingCommandHandler<UnlockConnectorRequest, UnlockConnectorResponse> {

    private static final Rules<UnlockConnectorRequest> RULES =
            new Rules<UnlockConnectorRequest>()
                    .require(
                            "F05.FR.01",
                            "evseId and connectorId name a connector, both from 1",
                            request -> request.evseId() > 0 && request.connectorId() > 0);

    private final RemoteControl control;

    UnlockConnectorCommand(RemoteControl control) {
        this.control = control;
    }

    @Override
    public Rules<UnlockConnectorRequest> rules() {
        return RULES;
    }

    @Override
    public Mono<UnlockConnectorRequest> prepare(
            StationKey station, UnlockConnectorRequest request) {
        return rules().check(request)
                .delayUntil(_ -> control.open(station, RemoteRequest.of(request)));
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            UnlockConnectorRequest request,
            Outcome<UnlockConnectorResponse> outcome) {
        return control.answered(
                station,
                RemoteRequest.of(request),
                outcome,
                response -> RemoteAnswer.of(response.status(), response.statusInfo()));
    }
}
