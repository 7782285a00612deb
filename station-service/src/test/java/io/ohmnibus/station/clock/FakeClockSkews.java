/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One station, whose boots and connections the test tells. */
final class FakeClockSkews implements ClockSkews {

    final Map<StationKey, ClockSkew> skews = new HashMap<>();
    int written;
    Known known = new Known(null, null, null, null);

    /** Estimates into it, and tells nobody. */
    ClockRecorder recorder() {
        return new ClockRecorder(
                this,
                (station, event) -> Mono.empty(),
                new ClockProperties(Duration.ofMinutes(1), Duration.ofMinutes(5)));
    }

    @Override
    public Mono<Map<StationKey, Known>> known(Collection<StationKey> stations) {
        return Flux.fromIterable(stations)
                .collectMap(
                        station -> station,
                        station ->
                                new Known(
                                        skews.get(station),
                                        known.bootedAt(),
                                        known.connectionId(),
                                        known.connectedAt()));
    }

    @Override
    public Mono<Void> put(Map<StationKey, ClockSkew> news) {
        return Mono.fromRunnable(() -> {
            written += news.size();
            skews.putAll(news);
        });
    }

    @Override
    public Mono<ClockSkew> find(StationKey station) {
        return Mono.justOrEmpty(skews.get(station));
    }

    @Override
    public Flux<Estimated> list(
            String tenant, @Nullable Boolean beyond, @Nullable String after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Long> countBeyond() {
        return Mono.just(skews.values().stream().filter(ClockSkew::beyond).count());
    }
}
