/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.clock;

import io.ohmnibus.contracts.station.ClockSkewChanged;
import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.station.clock.ClockSkews.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Estimates clocks. No message comes before it is sent, so each shows that a clock is at least so
 * far ahead, or at most so far behind; how old it was, is not known. One that cannot have waited
 * long is taken for the estimate; one that may have waited counts only where it shows a clock
 * further ahead than is known. After a boot the clock may have been set, and it begins anew.
 */
@Component
final class ClockRecorder {

    private static final Logger log = LoggerFactory.getLogger(ClockRecorder.class);

    /** What is less than that is no news, for so long. */
    private static final Duration NEWS = Duration.ofSeconds(1);

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final ClockSkews skews;
    private final Events events;
    private final ClockProperties properties;

    ClockRecorder(ClockSkews skews, Events events, ClockProperties properties) {
        this.skews = skews;
        this.events = events;
        this.properties = properties;
    }

    Mono<Void> record(List<Reading> readings) {
        if (readings.isEmpty()) {
            return Mono.empty();
        }
        return skews.known(readings.stream().map(Reading::station).distinct().toList())
                .map(known -> estimates(readings, known))
                .flatMap(this::record);
    }

    private record Change(@Nullable ClockSkew before, ClockSkew now) {

        boolean crossesTheBound() {
            return now.beyond() != (before != null && before.beyond());
        }

        boolean isNews() {
            return before == null
                    || crossesTheBound()
                    || now.ahead().minus(before.ahead()).abs().compareTo(NEWS) >= 0
                    || now.measuredAt().isAfter(before.measuredAt().plus(FRESH));
        }
    }

    private Mono<Void> record(Map<StationKey, Change> changes) {
        Map<StationKey, ClockSkew> news = new LinkedHashMap<>();
        changes.forEach((station, change) -> {
            if (change.isNews()) {
                news.put(station, change.now());
            }
        });
        return skews.put(news)
                .thenMany(Flux.fromIterable(changes.entrySet()))
                .filter(entry -> entry.getValue().crossesTheBound())
                .concatMap(entry -> tell(entry.getKey(), entry.getValue().now()))
                .then();
    }

    private Mono<Void> tell(StationKey station, ClockSkew skew) {
        log.info(
                "{}: the clock is {} ahead of ours, {} the bound",
                station,
                skew.ahead(),
                skew.beyond() ? "beyond" : "within");
        return events.publish(
                station,
                new ClockSkewChanged(skew.ahead().toMillis(), skew.beyond(), skew.measuredAt()));
    }

    /** The reading of each station that waited least, where it counts. */
    private Map<StationKey, Change> estimates(
            List<Reading> readings, Map<StationKey, Known> known) {
        Map<StationKey, Change> changes = new LinkedHashMap<>();
        readings.stream()
                .filter(reading -> known.containsKey(reading.station()))
                .sorted(Comparator.comparing(Reading::ahead))
                .forEach(reading -> {
                    Known station = known.get(reading.station());
                    if (station != null && counts(reading, station)) {
                        changes.put(
                                reading.station(),
                                new Change(station.skew(), estimate(reading, station.skew())));
                    }
                });
        return changes;
    }

    private boolean counts(Reading reading, Known known) {
        ClockSkew before = known.skew();
        boolean since = before != null && !bootedSince(before, known.bootedAt());
        Duration least = before != null && since ? before.ahead() : properties.bound().negated();
        return isSentAtOnce(reading, known) || reading.ahead().compareTo(least) > 0;
    }

    private static boolean bootedSince(ClockSkew before, @Nullable Instant bootedAt) {
        return bootedAt != null && bootedAt.isAfter(before.measuredAt());
    }

    private boolean isSentAtOnce(Reading reading, Known known) {
        Instant connectedAt = known.connectedAt();
        return !reading.mayHaveWaited()
                || (connectedAt != null
                        && reading.connectionId().equals(known.connectionId())
                        && reading.time()
                                .received()
                                .isAfter(connectedAt.plus(properties.queued())));
    }

    private ClockSkew estimate(Reading reading, @Nullable ClockSkew before) {
        Duration ahead = reading.ahead();
        Instant at = reading.time().received();
        boolean beyond = ahead.abs().compareTo(properties.bound()) > 0;
        Instant since = before != null && before.beyond() == beyond ? before.since() : at;
        return new ClockSkew(ahead, at, beyond, since);
    }
}
