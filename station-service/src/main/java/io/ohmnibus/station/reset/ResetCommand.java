/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Clock;
import reactor.core.publisher.Mono;

/**
 * Resets a station or an EVSE: at once, when the transactions have ended (OnIdle), or so that they
 * go on afterwards (ImmediateAndResume).
 */
@UseCase({"B11", "B12", "B13"})
final class ResetCommand implements PreparingCommandHandler<ResetRequest, ResetResponse> {

    private static final Rules<ResetRequest> RULES =
            new Rules<ResetRequest>()
                    .require(
                            "B11.FR.08",
                            "evseId names an EVSE, from 1; without it the whole station is reset",
                            request -> request.evseId() == null || request.evseId() > 0);

    private static final VariableId RESUMPTION =
            VariableId.ofController("TxCtrlr", "ResumptionTimeout", null);

    private final Resets resets;
    private final DeviceModel model;
    private final Clock clock;

    ResetCommand(Resets resets, DeviceModel model, Clock clock) {
        this.resets = resets;
        this.model = model;
        this.clock = clock;
    }

    @Override
    public Rules<ResetRequest> rules() {
        return RULES;
    }

    @Override
    public Mono<ResetRequest> prepare(StationKey station, ResetRequest request) {
        return rules().check(request)
                .delayUntil(reset -> resettable(station, reset))
                .delayUntil(reset -> resumable(station, reset));
    }

    /** A station that says it cannot reset the EVSE alone would only answer Rejected: B11.FR.09. */
    private Mono<Void> resettable(StationKey station, ResetRequest request) {
        Integer evse = request.evseId();
        if (evse == null) {
            return Mono.empty();
        }
        return model.value(station, VariableId.ofEvse(evse, "AllowReset"), AttributeEnum.ACTUAL)
                .filter("false"::equalsIgnoreCase)
                .flatMap(no -> Mono.error(notAlone(evse)));
    }

    /** A station that says it resumes no transaction would only answer Rejected: B13.FR.01. */
    private Mono<Void> resumable(StationKey station, ResetRequest request) {
        if (request.type() != ResetEnum.IMMEDIATE_AND_RESUME) {
            return Mono.empty();
        }
        return model.value(station, RESUMPTION, AttributeEnum.ACTUAL)
                .filter("0"::equals)
                .flatMap(no ->
                        Mono.error(
                                new RuleViolation(
                                        "B13.FR.01", "The station reports ResumptionTimeout = 0")));
    }

    private static RuleViolation notAlone(int evse) {
        return new RuleViolation(
                "B11.FR.10", "The station reports AllowReset = false for EVSE " + evse);
    }

    @Override
    public Mono<Void> completed(
            StationKey station, ResetRequest request, Outcome<ResetResponse> outcome) {
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        answer -> CommandOutcome.answered(answer.status(), answer.statusInfo()));
        return resets.completed(station, request, ended, clock.instant());
    }
}
