/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import io.ohmnibus.ocpp.Action;
import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.type.GetVariableData;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.ocpp.UseCase;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.AttributeValue;
import io.ohmnibus.station.devicemodel.MessageLimits;
import io.ohmnibus.station.variable.request.VariableRequests.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads and sets any number of variables: in as many messages as ItemsPerMessage and
 * BytesPerMessage of the station demand (B05.FR.11, B06.FR.05). All messages are sent, or none.
 */
@UseCase({"B05", "B06"})
public final class VariableAccess {

    /** A message waits for those before it. */
    private static final Duration EACH = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final VariableRequests requests;
    private final MessageLimits limits;
    private final Commands commands;
    private final TransactionalOperator transaction;
    private final Clock clock;

    VariableAccess(
            VariableRequests requests,
            MessageLimits limits,
            Commands commands,
            TransactionalOperator transaction,
            Clock clock) {
        this.requests = requests;
        this.limits = limits;
        this.commands = commands;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks for values; the id leads to what became of each. */
    public Mono<UUID> read(StationKey station, List<AttributeId> attributes, String by) {
        List<GetVariableData> items =
                attributes.stream()
                        .map(attribute ->
                                new GetVariableData(
                                        attribute.type(),
                                        attribute.variable().toComponent(),
                                        attribute.variable().toVariable(),
                                        null))
                        .toList();
        return send(
                station,
                request(station, "Get", attributes, by),
                Action.GET_VARIABLES,
                items,
                some -> new GetVariablesRequest(some, null));
    }

    /** Sets values; the id leads to what became of each. */
    public Mono<UUID> set(StationKey station, List<AttributeValue> values, String by) {
        List<AttributeId> attributes = values.stream().map(AttributeValue::attribute).toList();
        if (attributes.stream().map(AttributeId::normalised).distinct().count() < values.size()) {
            return Mono.error(
                    new RuleViolation(
                            "B05.FR.13", "each attribute of a variable can be set only once"));
        }
        List<SetVariableData> items =
                values.stream()
                        .map(value ->
                                new SetVariableData(
                                        value.attribute().type(),
                                        value.value(),
                                        value.attribute().variable().toComponent(),
                                        value.attribute().variable().toVariable(),
                                        null))
                        .toList();
        return send(
                station,
                request(station, "Set", attributes, by),
                Action.SET_VARIABLES,
                items,
                some -> new SetVariablesRequest(some, null));
    }

    /** What became of a request so far. */
    public Mono<VariableRequest> result(StationKey station, UUID request) {
        return requests.find(station, request);
    }

    private VariableRequest request(
            StationKey station, String kind, List<AttributeId> attributes, String by) {
        return new VariableRequest(
                UUID.randomUUID(),
                station.stationId(),
                kind,
                by,
                clock.instant(),
                null,
                attributes.stream()
                        .map(attribute -> new VariableRequest.Item(attribute, null, null, null))
                        .toList());
    }

    private <T> Mono<UUID> send(
            StationKey station,
            VariableRequest request,
            Action action,
            List<T> items,
            Function<List<T>, Request<?>> message) {
        UUID id = request.id();
        return limits.of(station, action)
                .map(limit -> VariableParts.of(items, limit, message))
                .flatMap(parts ->
                        requests.add(station, request)
                                .then(Mono.defer(() -> refuse(id, parts.tooLong())))
                                .then(Mono.defer(() -> send(station, id, parts.messages())))
                                .then(Mono.defer(() -> requests.close(id, clock.instant()))))
                .thenReturn(id)
                .as(transaction::transactional);
    }

    private Mono<Void> refuse(UUID request, List<Integer> tooLong) {
        return tooLong.isEmpty()
                ? Mono.empty()
                : requests.unsent(
                        request,
                        tooLong,
                        new Outcome("TooLong", "The station takes no message so long", null));
    }

    private Mono<Void> send(StationKey station, UUID request, List<VariableParts.Part> messages) {
        Duration deadline = EACH.multipliedBy(messages.size());
        CommandOptions options =
                new CommandOptions(deadline.compareTo(LONGEST) > 0 ? LONGEST : deadline, false);
        return Flux.fromIterable(messages)
                .concatMap(part ->
                        commands.send(station, part.request(), options)
                                .flatMap(command ->
                                        requests.sent(request, command, part.positions())))
                .then();
    }
}
