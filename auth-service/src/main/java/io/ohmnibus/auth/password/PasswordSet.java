/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.password;

import io.ohmnibus.auth.credentials.Credentials;
import io.ohmnibus.auth.password.PasswordChange.Status;
import io.ohmnibus.auth.variable.SetVariablesStep;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.StationKey;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a station says to a new password. */
@Component
final class PasswordSet implements SetVariablesStep {

    private final Credentials credentials;
    private final PasswordUpdate update;

    PasswordSet(Credentials credentials, PasswordUpdate update) {
        this.credentials = credentials;
        this.update = update;
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            SetVariablesRequest request,
            Outcome<SetVariablesResponse> outcome) {
        return Mono.justOrEmpty(PasswordUpdate.VARIABLE.valueIn(request))
                .filterWhen(password ->
                        credentials.lock(station).map(current -> update.isNext(current, password)))
                .flatMap(_ -> ended(station, outcome));
    }

    private Mono<Void> ended(StationKey station, Outcome<SetVariablesResponse> outcome) {
        return switch (outcome) {
            case Outcome.Answered<SetVariablesResponse>(var response) ->
                    PasswordUpdate.VARIABLE
                            .resultIn(response)
                            .map(result -> answered(station, result))
                            .orElseGet(
                                    () -> unconfirmed(station, "The answer does not mention it"));
            // The gateway refuses in the station's place when the answer cannot be read.
            case Outcome.Refused<SetVariablesResponse>(var error) ->
                    unconfirmed(station, error.code().wireName() + ": " + error.description());
            case Outcome.TimedOut<SetVariablesResponse> _ ->
                    unconfirmed(station, "The station did not answer in time");
            case Outcome.Offline<SetVariablesResponse> _ ->
                    update.giveUp(station, Status.NOT_SENT, "The station was not connected");
        };
    }

    private Mono<Void> unconfirmed(StationKey station, String reason) {
        return update.move(station, Status.UNCONFIRMED, reason);
    }

    private Mono<Void> answered(StationKey station, SetVariableResult result) {
        SetVariableStatusEnum status = result.attributeStatus();
        StatusInfo info = result.attributeStatusInfo();
        String reason =
                info == null ? status.wireName() : status.wireName() + ": " + info.reasonCode();
        return switch (status) {
            case ACCEPTED -> update.confirm(station);
            case REBOOT_REQUIRED -> update.move(station, Status.REBOOT_REQUIRED, reason);
            case REJECTED, UNKNOWN_COMPONENT, UNKNOWN_VARIABLE, NOT_SUPPORTED_ATTRIBUTE_TYPE ->
                    update.giveUp(station, Status.REJECTED, reason);
        };
    }
}
