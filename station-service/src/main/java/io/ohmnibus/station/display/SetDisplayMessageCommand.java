/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.message.SetDisplayMessageResponse;
import io.ohmnibus.ocpp.type.DisplayMessageStatusEnum;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.registry.RegisteredStation;
import io.ohmnibus.station.registry.Stations;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Sets a message, for a transaction or not, or replaces the one with the same id. */
@UseCase({"O01", "O02", "O06"})
final class SetDisplayMessageCommand
        implements PreparingCommandHandler<SetDisplayMessageRequest, SetDisplayMessageResponse> {

    private final Stations stations;
    private final DisplayMessages messages;
    private final Clock clock;

    SetDisplayMessageCommand(Stations stations, DisplayMessages messages, Clock clock) {
        this.stations = stations;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Rules<SetDisplayMessageRequest> rules() {
        return MessageRules.at(clock);
    }

    @Override
    public Mono<SetDisplayMessageRequest> prepare(
            StationKey station, SetDisplayMessageRequest request) {
        return rules().check(request)
                .then(Mono.defer(() -> stations.find(station)))
                .filter(SetDisplayMessageCommand::speaks201)
                .map(_ -> for201(request))
                .defaultIfEmpty(request);
    }

    private static boolean speaks201(RegisteredStation station) {
        RegisteredStation.Connection connection = station.connection();
        return connection != null
                && OcppVersion.V2_0_1.subprotocol().equals(connection.ocppVersion());
    }

    /**
     * Without the further languages, which only 2.1 knows: the mirror must not show them either.
     */
    private static SetDisplayMessageRequest for201(SetDisplayMessageRequest request) {
        MessageInfo full = request.message();
        return new SetDisplayMessageRequest(
                new MessageInfo(
                        full.display(),
                        full.id(),
                        full.priority(),
                        full.state(),
                        full.startDateTime(),
                        full.endDateTime(),
                        full.transactionId(),
                        full.message(),
                        null,
                        full.customData()),
                request.customData());
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            SetDisplayMessageRequest request,
            Outcome<SetDisplayMessageResponse> outcome) {
        return switch (outcome) {
            case Outcome.Answered<SetDisplayMessageResponse>(var answer) ->
                    answered(station, request.message(), answer.status());
            case Outcome.TimedOut<?> _ ->
                    messages.doubtful(station, request.message(), clock.instant());
            case Outcome.Refused<?> _, Outcome.Offline<?> _ -> Mono.empty();
        };
    }

    private Mono<Void> answered(
            StationKey station, MessageInfo message, @Nullable DisplayMessageStatusEnum status) {
        return status == DisplayMessageStatusEnum.ACCEPTED
                ? messages.taken(station, message, clock.instant())
                : Mono.empty();
    }
}
