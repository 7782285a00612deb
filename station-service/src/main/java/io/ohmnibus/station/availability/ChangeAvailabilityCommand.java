/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.availability;

import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.ChangeAvailabilityResponse;
import io.ohmnibus.ocpp.type.EVSE;
import io.ohmnibus.platform.ocpp.CommandHandler;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes a connector, an EVSE or a station operative or inoperative, perhaps after a transaction.
 */
@UseCase({"G03", "G04"})
final class ChangeAvailabilityCommand
        implements CommandHandler<ChangeAvailabilityRequest, ChangeAvailabilityResponse> {

    private static final Rules<ChangeAvailabilityRequest> RULES =
            new Rules<ChangeAvailabilityRequest>()
                    .require(
                            "G04.FR.01",
                            "evse names an EVSE, from 1; without it the whole station is meant",
                            request -> request.evse() == null || request.evse().id() > 0)
                    .require(
                            "G03.FR.01",
                            "connectorId names a connector, from 1; without it the EVSE is meant",
                            request -> named(request.evse()));

    private final AvailabilityStates states;
    private final Clock clock;

    ChangeAvailabilityCommand(AvailabilityStates states, Clock clock) {
        this.states = states;
        this.clock = clock;
    }

    private static boolean named(@Nullable EVSE evse) {
        Integer connector = evse == null ? null : evse.connectorId();
        return connector == null || connector > 0;
    }

    @Override
    public Rules<ChangeAvailabilityRequest> rules() {
        return RULES;
    }

    /** Scheduled is remembered too: it happens when the transaction ends (G03.FR.05, G04.FR.06). */
    @Override
    public Mono<Void> completed(
            StationKey station,
            ChangeAvailabilityRequest request,
            Outcome<ChangeAvailabilityResponse> outcome) {
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        answer -> CommandOutcome.answered(answer.status(), answer.statusInfo()));
        return states.changed(station, request, ended, clock.instant());
    }
}
