/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.stream;

import io.ohmnibus.contracts.station.StationRegistered;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.stream.StreamedEvents;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells streams that a station became known. */
@Component
final class RegisteredFeed implements EventConsumer<StationRegistered> {

    private final StreamedEvents events;

    RegisteredFeed(StreamedEvents events) {
        this.events = events;
    }

    @Override
    public Mono<Void> on(EventMeta meta, StationRegistered event) {
        return events.add(meta.station(), EventType.STATION_REGISTERED.text(), meta.time(), event);
    }
}
