/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.message.RequestStopTransactionRequest;
import io.ohmnibus.ocpp.message.RequestStopTransactionResponse;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Stops a transaction from afar. Whether the station knows it, the station says (F03.FR.08). */
@UseCase({"F03", "F04"})
final class RequestStopTransactionCommand
        implements PreparingCommandHandler<
                RequestStopTransactionRequest, RequestStopTransactionResponse> {

    private static final Rules<RequestStopTransactionRequest> RULES =
            new Rules<RequestStopTransactionRequest>()
                    .require(
                            "F03.FR.01",
                            "transactionId names a transaction",
                            request -> !request.transactionId().isBlank());

    private final RemoteControl control;

    RequestStopTransactionCommand(RemoteControl control) {
        this.control = control;
    }

    @Override
    public Rules<RequestStopTransactionRequest> rules() {
        return RULES;
    }

    @Override
    public Mono<RequestStopTransactionRequest> prepare(
            StationKey station, RequestStopTransactionRequest request) {
        return rules().check(request)
                .delayUntil(_ -> control.open(station, RemoteRequest.of(request)));
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            RequestStopTransactionRequest request,
            Outcome<RequestStopTransactionResponse> outcome) {
        return control.answered(
                station,
                RemoteRequest.of(request),
                outcome,
                response -> RemoteAnswer.of(response.status(), response.statusInfo()));
    }
}
