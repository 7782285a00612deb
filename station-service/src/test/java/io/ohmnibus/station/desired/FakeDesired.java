/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.desired;

import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.desired.DesiredState.Step;
import io.ohmnibus.station.fixture.Fixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Desired values and the state of one station, in memory. */
final class FakeDesired implements DesiredVariables, DesiredStates {

    private static final Set<Step> UNDER_WAY =
            EnumSet.of(Step.DUE, Step.READING, Step.DIFFERS, Step.SETTING);

    final List<DesiredVariable> wanted = new ArrayList<>();

    @Nullable DesiredState state;

    DesiredState required() {
        DesiredState known = state;
        if (known == null) {
            throw new AssertionError("nothing is wanted");
        }
        return known;
    }

    @Override
    public Mono<Void> replace(
            String tenant,
            DesiredScope scope,
            String scopeId,
            List<DesiredVariable> variables,
            Change change) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Flux<DesiredVariable> of(String tenant, DesiredScope scope, String scopeId) {
        return Flux.fromIterable(wanted);
    }

    @Override
    public Flux<DesiredVariable> of(StationKey station) {
        return Flux.fromIterable(wanted);
    }

    @Override
    public Mono<Void> wanted(String tenant, DesiredScope scope, String scopeId, Instant now) {
        return Mono.fromRunnable(
                () -> state = new DesiredState(Step.DUE, now, null, false, null, now));
    }

    @Override
    public Mono<Void> dueAt(Set<StationKey> stations, Instant due, Instant now) {
        return Mono.fromRunnable(() -> {
            DesiredState before = state;
            if (!stations.isEmpty() && (before != null || !wanted.isEmpty())) {
                boolean reset = before != null && before.reset();
                state = new DesiredState(Step.DUE, due, null, reset, null, now);
            }
        });
    }

    @Override
    public Mono<Void> dueUnlessUnderWay(Set<StationKey> stations, Instant due, Instant now) {
        return Mono.defer(() -> {
            DesiredState before = state;
            return before != null && UNDER_WAY.contains(before.step())
                    ? Mono.empty()
                    : dueAt(stations, due, now);
        });
    }

    @Override
    public Flux<StationKey> due(Instant now, int limit) {
        DesiredState known = state;
        return known != null
                        && (known.step() == Step.DUE || known.step() == Step.DIFFERS)
                        && !known.dueAt().isAfter(now)
                ? Flux.just(Fixture.KEY)
                : Flux.empty();
    }

    @Override
    public Mono<DesiredState> lock(StationKey station) {
        return Mono.justOrEmpty(state);
    }

    @Override
    public Mono<DesiredState> find(StationKey station) {
        return lock(station);
    }

    @Override
    public Mono<Void> awaiting(StationKey station, Step step, UUID request, Instant now) {
        return change(step, request, null, now);
    }

    @Override
    public Mono<Void> ended(StationKey station, Step step, @Nullable String reason, Instant now) {
        return change(step, null, reason, now);
    }

    private Mono<Void> change(
            Step step, @Nullable UUID request, @Nullable String reason, Instant now) {
        return Mono.fromRunnable(() -> {
            boolean reset = step == Step.RESETTING || (step != Step.HOLDS && required().reset());
            state = new DesiredState(step, required().dueAt(), request, reset, reason, now);
        });
    }

    @Override
    public Mono<Void> forget(StationKey station) {
        return Mono.fromRunnable(() -> state = null);
    }
}
