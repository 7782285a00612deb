/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.stream;

import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.stream.StreamedEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells streams that a station was answered on boot. */
@Component
final class BootedFeed implements EventConsumer<StationBooted> {

    private final StreamedEvents events;

    BootedFeed(StreamedEvents events) {
        this.events = events;
    }

    /** In the words of the specification. */
    private record Details(
            String status,
            String reason,
            String vendorName,
            String model,
            @Nullable String serialNumber,
            @Nullable String firmwareVersion) {}

    @Override
    public Mono<Void> on(EventMeta meta, StationBooted event) {
        return events.add(
                meta.station(),
                EventType.STATION_BOOTED.text(),
                event.at(),
                new Details(
                        event.status().wireName(),
                        event.reason().wireName(),
                        event.vendorName(),
                        event.model(),
                        event.serialNumber(),
                        event.firmwareVersion()));
    }
}
