/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.Rules;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.MessageLimits;
import io.ohmnibus.station.devicemodel.SetResult;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Sets values, and remembers them to tell later whether the station still has them. */
@UseCase({"B05", "B09"})
final class SetVariablesCommand
        implements PreparingCommandHandler<SetVariablesRequest, SetVariablesResponse> {

    private static final Rules<SetVariablesRequest> RULES =
            new Rules<SetVariablesRequest>()
                    .require(
                            "B05.FR.13",
                            "each attribute of a variable can be set only once in a message",
                            SetVariablesCommand::unique)
                    .require(
                            "A01.FR.03",
                            "a password is changed by a password change of auth-service,"
                                    + " which lets the station in with the new one",
                            SetVariablesCommand::withoutPassword);

    private final DeviceModel model;
    private final MessageLimits limits;
    private final NetworkConfigurationRules network;
    private final Clock clock;

    SetVariablesCommand(
            DeviceModel model,
            MessageLimits limits,
            NetworkConfigurationRules network,
            Clock clock) {
        this.network = network;
        this.model = model;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Rules<SetVariablesRequest> rules() {
        return RULES;
    }

    @Override
    public Mono<SetVariablesRequest> prepare(StationKey station, SetVariablesRequest request) {
        int items = request.setVariableData().size();
        return rules().check(request)
                .delayUntil(r -> network.check(station, r))
                .delayUntil(r -> limits.check(station, r, items, "B05.FR.11", "B05.FR.11"));
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            SetVariablesRequest request,
            Outcome<SetVariablesResponse> outcome) {
        return switch (outcome) {
            case Outcome.Answered<SetVariablesResponse>(var answer) ->
                    model.set(station, results(request, answer), clock.instant());
            case Outcome.Refused<SetVariablesResponse> _,
                    Outcome.TimedOut<SetVariablesResponse> _,
                    Outcome.Offline<SetVariablesResponse> _ ->
                    Mono.empty();
        };
    }

    private static boolean withoutPassword(SetVariablesRequest request) {
        return request.setVariableData().stream() // that of an unused slot is for another CSMS
                .filter(data -> !NetworkConfigurationRules.concerns(data))
                .noneMatch(data -> data.variable().name().equalsIgnoreCase("BasicAuthPassword"));
    }

    private static boolean unique(SetVariablesRequest request) {
        List<SetVariableData> data = request.setVariableData();
        return data.stream().map(item -> id(item).normalised()).distinct().count() == data.size();
    }

    /** Results come in any order, each with the name of what it is about: B05.FR.02, B05.FR.03. */
    private static List<SetResult> results(
            SetVariablesRequest request, SetVariablesResponse answer) {
        Map<AttributeId, SetVariableData> asked = new HashMap<>();
        request.setVariableData().forEach(data -> asked.put(id(data).normalised(), data));
        return answer.setVariableResult().stream().flatMap(r -> result(asked, r)).toList();
    }

    private static Stream<SetResult> result(
            Map<AttributeId, SetVariableData> asked, SetVariableResult result) {
        AttributeId id = id(result);
        SetVariableData data = asked.get(id.normalised());
        if (data == null) {
            return Stream.empty();
        }
        return Stream.of(
                new SetResult(
                        id,
                        id.variable().secret() ? null : data.attributeValue(),
                        result.attributeStatus(),
                        CommandOutcome.text(result.attributeStatusInfo())));
    }

    private static AttributeId id(SetVariableData data) {
        return AttributeId.of(
                VariableId.of(data.component(), data.variable()), data.attributeType());
    }

    private static AttributeId id(SetVariableResult result) {
        return AttributeId.of(
                VariableId.of(result.component(), result.variable()), result.attributeType());
    }
}
