/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The messages of one station, in memory. */
public final class FakeDisplayMessages implements DisplayMessages {

    public final Map<Integer, MessageInfo> messages = new TreeMap<>();
    public final Set<Integer> doubtful = new TreeSet<>();
    public final List<DisplayCriteria> forgotten = new ArrayList<>();

    @Override
    public Mono<Void> taken(StationKey station, MessageInfo message, Instant at) {
        return Mono.fromRunnable(() -> messages.put(message.id(), message));
    }

    @Override
    public Mono<Void> doubtful(StationKey station, MessageInfo message, Instant at) {
        return doubtful(station, message.id(), at);
    }

    @Override
    public Mono<Void> doubtful(StationKey station, int id, Instant at) {
        return Mono.fromRunnable(() -> doubtful.add(id));
    }

    @Override
    public Mono<Void> cleared(StationKey station, int id) {
        return Mono.fromRunnable(() -> messages.remove(id));
    }

    @Override
    public Mono<Void> transactionEnded(StationKey station, String transactionId) {
        return Mono.fromRunnable(
                () -> messages.values().removeIf(m -> transactionId.equals(m.transactionId())));
    }

    @Override
    public Mono<Void> reported(StationKey station, List<MessageInfo> reported, Reported in) {
        return Mono.fromRunnable(() -> reported.forEach(m -> messages.put(m.id(), m)));
    }

    @Override
    public Mono<Void> forgetUnmentioned(StationKey station, DisplayCriteria criteria, Reported in) {
        return Mono.fromRunnable(() -> forgotten.add(criteria));
    }

    @Override
    public Flux<Mirrored> list(
            StationKey station, DisplayCriteria criteria, Position position, Instant now) {
        return Flux.empty();
    }

    @Override
    public Mono<Boolean> any(StationKey station) {
        return Mono.fromSupplier(() -> !messages.isEmpty());
    }

    @Override
    public Mono<Integer> freeId(StationKey station) {
        return Mono.fromSupplier(() -> messages.size() + 1);
    }
}
