/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.PreparingCommandHandler;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.AttributeValue;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.MessageLimits;
import io.ohmnibus.station.devicemodel.VariableId;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Reads values, which are the newest knowledge of the device model. */
@UseCase("B06")
final class GetVariablesCommand
        implements PreparingCommandHandler<GetVariablesRequest, GetVariablesResponse> {

    private final DeviceModel model;
    private final MessageLimits limits;
    private final Clock clock;

    GetVariablesCommand(DeviceModel model, MessageLimits limits, Clock clock) {
        this.model = model;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Mono<GetVariablesRequest> prepare(StationKey station, GetVariablesRequest request) {
        int items = request.getVariableData().size();
        return limits.check(station, request, items, "B06.FR.05", "B06.FR.17").thenReturn(request);
    }

    @Override
    public Mono<Void> completed(
            StationKey station,
            GetVariablesRequest request,
            Outcome<GetVariablesResponse> outcome) {
        return switch (outcome) {
            case Outcome.Answered<GetVariablesResponse>(var answer) ->
                    model.values(station, values(answer), clock.instant());
            case Outcome.Refused<GetVariablesResponse> _,
                    Outcome.TimedOut<GetVariablesResponse> _,
                    Outcome.Offline<GetVariablesResponse> _ ->
                    Mono.empty();
        };
    }

    private static List<AttributeValue> values(GetVariablesResponse answer) {
        return answer.getVariableResult().stream().flatMap(GetVariablesCommand::value).toList();
    }

    /** Only Accepted comes with a value: B06.FR.06 to B06.FR.10. */
    private static Stream<AttributeValue> value(GetVariableResult result) {
        String value = result.attributeValue();
        if (result.attributeStatus() != GetVariableStatusEnum.ACCEPTED || value == null) {
            return Stream.empty();
        }
        VariableId id = VariableId.of(result.component(), result.variable());
        return Stream.of(new AttributeValue(AttributeId.of(id, result.attributeType()), value));
    }
}
