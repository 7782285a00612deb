/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable.request;

import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.devicemodel.MessageLimits;
import io.ohmnibus.station.fixture.FakeDeviceModel;
import io.ohmnibus.station.fixture.Fixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Requests for variables in memory, which a test answers. */
public final class FakeVariableRequests implements VariableRequests {

    private final Map<UUID, VariableRequest> requests = new HashMap<>();
    private final List<UUID> order = new ArrayList<>();

    /** Access to variables whose requests are these. */
    public VariableAccess access(Commands commands) {
        return new VariableAccess(
                this,
                new MessageLimits(new FakeDeviceModel()),
                commands,
                Fixture.NO_TRANSACTION,
                Fixture.CLOCK);
    }

    /** How many there were. */
    public int count() {
        return order.size();
    }

    /** The newest request. */
    public VariableRequest last() {
        return Objects.requireNonNull(requests.get(order.getLast()));
    }

    /** Ends the newest request: each item as the station answers it. */
    public UUID answer(Function<VariableRequest.Item, VariableRequest.Item> answer) {
        VariableRequest asked = last();
        requests.put(
                asked.id(),
                new VariableRequest(
                        asked.id(),
                        asked.stationId(),
                        asked.kind(),
                        asked.requestedBy(),
                        asked.requestedAt(),
                        Fixture.NOW,
                        asked.items().stream().map(answer).toList()));
        return asked.id();
    }

    @Override
    public Mono<Void> add(StationKey station, VariableRequest request) {
        return Mono.fromRunnable(() -> {
            requests.put(request.id(), request);
            order.add(request.id());
        });
    }

    @Override
    public Mono<Void> sent(UUID request, UUID command, List<Integer> positions) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> unsent(UUID request, List<Integer> positions, Outcome outcome) {
        return Mono.empty();
    }

    @Override
    public Mono<UUID> ended(UUID command, List<Result> results, Outcome others, Instant at) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> close(UUID request, Instant at) {
        return Mono.just(false);
    }

    @Override
    public Mono<VariableRequest> find(StationKey station, UUID request) {
        return Mono.justOrEmpty(requests.get(request));
    }
}
