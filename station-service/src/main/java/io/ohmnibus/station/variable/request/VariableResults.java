/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import io.ohmnibus.ocpp.WireEnum;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.command.CommandObserver;
import io.ohmnibus.platform.command.EndedCommand;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.VariableId;
import io.ohmnibus.station.store.CommandOutcome;
import io.ohmnibus.station.variable.request.VariableRequests.Result;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives each variable of a request its own result, and tells when the last one is there. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class VariableResults implements CommandObserver {

    private final VariableRequests requests;
    private final ObjectProvider<VariableRequestObserver> observers;
    private final Clock clock;

    VariableResults(
            VariableRequests requests,
            ObjectProvider<VariableRequestObserver> observers,
            Clock clock) {
        this.requests = requests;
        this.observers = observers;
        this.clock = clock;
    }

    @Override
    public Mono<Void> ended(EndedCommand command) {
        if (!(command.request() instanceof GetVariablesRequest)
                && !(command.request() instanceof SetVariablesRequest)) {
            return Mono.empty();
        }
        return requests.ended(
                        command.id(),
                        results(command.outcome()),
                        others(command.outcome()),
                        clock.instant())
                .flatMapMany(request ->
                        Flux.fromStream(observers::orderedStream)
                                .concatMap(observer -> observer.ended(command.station(), request)))
                .then();
    }

    private static List<Result> results(Outcome<?> outcome) {
        if (!(outcome instanceof Outcome.Answered<?>(var answer))) {
            return List.of();
        }
        return switch (answer) {
            case GetVariablesResponse read ->
                    read.getVariableResult().stream().map(VariableResults::result).toList();
            case SetVariablesResponse set ->
                    set.setVariableResult().stream().map(VariableResults::result).toList();
            default -> List.of();
        };
    }

    private static Result result(GetVariableResult result) {
        VariableId id = VariableId.of(result.component(), result.variable());
        String value = id.secret() ? null : result.attributeValue();
        return new Result(
                AttributeId.of(id, result.attributeType()),
                outcome(result.attributeStatus(), result.attributeStatusInfo(), value));
    }

    private static Result result(SetVariableResult result) {
        VariableId id = VariableId.of(result.component(), result.variable());
        return new Result(
                AttributeId.of(id, result.attributeType()),
                outcome(result.attributeStatus(), result.attributeStatusInfo(), null));
    }

    private static VariableRequests.Outcome outcome(
            WireEnum status, @Nullable StatusInfo info, @Nullable String value) {
        return new VariableRequests.Outcome(status.wireName(), CommandOutcome.text(info), value);
    }

    /** What stands for those that the station says nothing about: B05.FR.01, B06.FR.01. */
    private static VariableRequests.Outcome others(Outcome<?> outcome) {
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        _ -> new CommandOutcome("NoResult", "The answer does not mention it"));
        return new VariableRequests.Outcome(ended.status(), ended.info(), null);
    }
}
