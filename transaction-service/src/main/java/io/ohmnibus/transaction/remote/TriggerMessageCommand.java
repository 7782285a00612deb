/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.remote;

import io.ohmnibus.ocpp.message.TriggerMessageRequest;
import io.ohmnibus.ocpp.message.TriggerMessageResponse;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.ocpp.type.MessageTriggerEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Lets a station send a message; one that this service takes is the outcome. */
@UseCase("F06")
final class TriggerMessageCommand
        implements PreparingCommandHandler<TriggerMessageRequest, TriggerMessageResponse> {

    private static final Rules<TriggerMessageRequest> RULES =
            new Rules<TriggerMessageRequest>()
                    .require(
                            "F06.FR.02",
                            "evse names an EVSE, from 1, or is left out",
                            request -> request.evse() == null || request.evse().id() > 0)
                    .require(
                            "F06.FR.13",
                            "a StatusNotification is triggered for a connector",
                            request ->
                                    request.requestedMessage()
                                                    != MessageTriggerEnum.STATUS_NOTIFICATION
                                            || namesConnector(request.evse()))
                    .require(
                            "F06.FR.20",
                            "customTrigger goes with CustomTrigger, and that with a customTrigger",
                            request ->
                                    (request.requestedMessage()
                                                    == MessageTriggerEnum.CUSTOM_TRIGGER)
                                            == (request.customTrigger() != null));

    private final RemoteControl control;

    TriggerMessageCommand(RemoteControl control) {
        this.control = control;
    }

    private static boolean namesConnector(@Nullable EVSE evse) {
        Integer connector = evse == null ? null : evse.connectorId();
        return connector != null && connector > 0;
    }

    @Override
    public Rules<TriggerMessageRequest> rules() {
        return RULES;
    }

    @Override
    public Mono<TriggerMessageRequest> prepare(StationKey station, TriggerMessageRequest request) {
        return rules().check(request)
                .delayUntil(_ -> control.open(station, RemoteRequest.of(request)));
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            TriggerMessageRequest request,
            Outcome<TriggerMessageResponse> outcome) {
        return control.answered(
                station,
                RemoteRequest.of(request),
                outcome,
                response -> RemoteAnswer.of(response.status(), response.statusInfo()));
    }
}
