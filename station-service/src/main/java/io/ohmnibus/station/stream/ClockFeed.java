/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.stream;

import io.ohmnibus.contracts.station.ClockSkewChanged;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.stream.StreamedEvents;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells streams that the clock of a station is beyond the bound, or within it again. */
@Component
final class ClockFeed implements EventConsumer<ClockSkewChanged> {

    private final StreamedEvents events;

    ClockFeed(StreamedEvents events) {
        this.events = events;
    }

    private record Details(long aheadMillis, boolean beyondBound) {}

    @Override
    public Mono<Void> on(EventMeta meta, ClockSkewChanged event) {
        return events.add(
                meta.station(),
                EventType.CLOCK_SKEW_CHANGED.text(),
                event.at(),
                new Details(event.aheadMillis(), event.beyondBound()));
    }
}
