/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.platform.command.CommandOptions;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.desired.DesiredState.Step;
import io.ohmnibus.station.devicemodel.AttributeId;
import io.ohmnibus.station.devicemodel.AttributeValue;
import io.ohmnibus.station.variable.request.VariableAccess;
import io.ohmnibus.station.variable.request.VariableRequest;
import io.ohmnibus.station.variable.request.VariableRequestObserver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what a station has, sets what differs, and resets it once where that is needed. */
@Component
final class DesiredCourse implements VariableRequestObserver {

    private static final String BY = "desired state";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration RETRY = Duration.ofMinutes(1);

    /** The station could not be asked; it can later. */
    private static final Set<String> UNANSWERED = Set.of("Offline", "TimedOut");

    private final DesiredVariables variables;
    private final DesiredStates states;
    private final VariableAccess access;
    private final Commands commands;
    private final Clock clock;

    DesiredCourse(
            DesiredVariables variables,
            DesiredStates states,
            VariableAccess access,
            Commands commands,
            Clock clock) {
        this.variables = variables;
        this.states = states;
        this.access = access;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Goes on with a station whose time has come, in a transaction of the caller. Fails where a
     * rule forbids what is wanted.
     */
    Mono<Void> goOn(StationKey station) {
        return states.lock(station)
                .flatMap(state ->
                        variables
                                .of(station)
                                .collectList()
                                .flatMap(wanted -> goOn(station, state, wanted)));
    }

    private Mono<Void> goOn(StationKey station, DesiredState state, List<DesiredVariable> wanted) {
        UUID read = state.requestId();
        if (wanted.isEmpty()) {
            return states.forget(station);
        }
        if (state.step() == Step.DIFFERS && read != null) {
            return access.result(station, read)
                    .flatMap(result -> access.set(station, differing(wanted, result), BY))
                    .flatMap(request ->
                            states.awaiting(station, Step.SETTING, request, clock.instant()));
        }
        return state.step() == Step.DUE
                ? access.read(station, attributes(wanted), BY)
                        .flatMap(request ->
                                states.awaiting(station, Step.READING, request, clock.instant()))
                : Mono.empty();
    }

    private static List<AttributeId> attributes(List<DesiredVariable> wanted) {
        return wanted.stream().map(DesiredVariable::attribute).toList();
    }

    @Override
    public Mono<Void> ended(StationKey station, UUID request) {
        return states.lock(station)
                .filter(state -> request.equals(state.requestId()))
                .flatMap(state ->
                        Mono.zip(
                                        variables.of(station).collectList(),
                                        access.result(station, request))
                                .flatMap(both ->
                                        switch (state.step()) {
                                            case READING ->
                                                    read(station, both.getT1(), both.getT2());
                                            case SETTING ->
                                                    set(station, state, both.getT1(), both.getT2());
                                            default -> Mono.empty();
                                        }));
    }

    /** Setting has a transaction of its own: a rule may forbid it. */
    private Mono<Void> read(
            StationKey station, List<DesiredVariable> wanted, VariableRequest read) {
        if (unanswered(read)) {
            return again(station);
        }
        return differing(wanted, read).isEmpty()
                ? states.ended(station, Step.HOLDS, null, clock.instant())
                : states.awaiting(station, Step.DIFFERS, read.id(), clock.instant());
    }

    private static List<AttributeValue> differing(
            List<DesiredVariable> wanted, VariableRequest read) {
        Map<AttributeId, VariableRequest.Item> items = byAttribute(read);
        List<AttributeValue> differing = new ArrayList<>();
        for (DesiredVariable one : wanted) {
            VariableRequest.Item item = items.get(one.attribute().normalised());
            if (item == null || !one.isMetBy(item.value())) {
                differing.add(new AttributeValue(one.attribute(), one.value()));
            }
        }
        return differing;
    }

    private Mono<Void> set(
            StationKey station,
            DesiredState state,
            List<DesiredVariable> wanted,
            VariableRequest set) {
        if (unanswered(set)) {
            return again(station);
        }
        String refused = names(set, item -> !item.accepted());
        if (!refused.isEmpty()) {
            return states.ended(station, Step.FAILED, refused, clock.instant());
        }
        Map<AttributeId, VariableRequest.Item> items = byAttribute(set);
        List<DesiredVariable> waiting =
                wanted.stream()
                        .filter(one -> {
                            var item = items.get(one.attribute().normalised());
                            return item != null && "RebootRequired".equals(item.status());
                        })
                        .toList();
        if (waiting.isEmpty()) {
            return states.ended(station, Step.HOLDS, null, clock.instant());
        }
        String names = names(set, item -> "RebootRequired".equals(item.status()));
        if (state.reset()) { // pain 24: a station that forgets would be reset for ever
            return states.ended(
                    station, Step.FAILED, "Not held after a reboot: " + names, clock.instant());
        }
        return waiting.stream().allMatch(DesiredVariable::reboot)
                ? reset(station, names)
                : states.ended(station, Step.REBOOT_REQUIRED, names, clock.instant());
    }

    private Mono<Void> reset(StationKey station, String names) {
        return commands.send(
                        station,
                        new ResetRequest(ResetEnum.ON_IDLE, null, null),
                        new CommandOptions(DAY, true))
                .then(states.ended(station, Step.RESETTING, names, clock.instant()));
    }

    private Mono<Void> again(StationKey station) {
        Instant now = clock.instant();
        return states.dueAt(Set.of(station), now.plus(RETRY), now);
    }

    private static boolean unanswered(VariableRequest request) {
        return request.items().stream().anyMatch(item -> UNANSWERED.contains("" + item.status()));
    }

    private static String names(VariableRequest request, Predicate<VariableRequest.Item> which) {
        return request.items().stream()
                .filter(which)
                .map(item ->
                        "%s.%s %s"
                                .formatted(
                                        item.attribute().variable().component(),
                                        item.attribute().variable().variable(),
                                        item.status()))
                .collect(Collectors.joining(", "));
    }

    private static Map<AttributeId, VariableRequest.Item> byAttribute(VariableRequest request) {
        Map<AttributeId, VariableRequest.Item> items = new HashMap<>();
        request.items().forEach(item -> items.put(item.attribute().normalised(), item));
        return items;
    }
}
