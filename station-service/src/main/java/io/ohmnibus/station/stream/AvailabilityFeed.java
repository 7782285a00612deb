/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.stream;

import io.ohmnibus.contracts.station.AvailabilityChanged;
import io.ohmnibus.ocpp.type.ConnectorStatusEnum;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.stream.StreamedEvents;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells streams that a connector, an EVSE or a station became available or unavailable. */
@Component
final class AvailabilityFeed implements EventConsumer<AvailabilityChanged> {

    private final StreamedEvents events;

    AvailabilityFeed(StreamedEvents events) {
        this.events = events;
    }

    /** In the words of the specification; 0 stands for the whole EVSE or station. */
    private record Details(
            int evseId, int connectorId, @Nullable String from, String to, Instant reportedAt) {}

    @Override
    public Mono<Void> on(EventMeta meta, AvailabilityChanged event) {
        ConnectorStatusEnum from = event.from();
        return events.add(
                meta.station(),
                EventType.AVAILABILITY_CHANGED.text(),
                event.receivedAt(),
                new Details(
                        event.evseId(),
                        event.connectorId(),
                        from == null ? null : from.wireName(),
                        event.to().wireName(),
                        event.reportedAt()));
    }
}
