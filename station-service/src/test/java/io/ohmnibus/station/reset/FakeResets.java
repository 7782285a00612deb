/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.reset;

import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.store.CommandOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Resets in memory. */
final class FakeResets implements Resets {

    final List<CommandOutcome> outcomes = new ArrayList<>();
    final List<Instant> reboots = new ArrayList<>();

    @Override
    public Mono<Void> completed(
            StationKey station, ResetRequest request, CommandOutcome outcome, Instant at) {
        return Mono.fromRunnable(() -> outcomes.add(outcome));
    }

    @Override
    public Mono<Void> rebooted(Map<StationKey, Instant> at) {
        return Mono.fromRunnable(() -> reboots.addAll(at.values()));
    }

    @Override
    public Flux<Reset> list(StationKey station, @Nullable Long before, int limit) {
        return Flux.empty();
    }
}
