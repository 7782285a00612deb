/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.bus.BusJson;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.ocpp.Service;
import io.ohmnibus.platform.ocpp.StationKey;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Events as CloudEvents 1.0 in the binary mode of its Kafka binding, by way of the outbox. */
final class OutboxEvents implements Events {

    static final String ID = "ce_id";
    static final String TIME = "ce_time";

    private final Service service;
    private final Outbox outbox;
    private final Clock clock;

    OutboxEvents(Service service, Outbox outbox, Clock clock) {
        this.service = service;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Mono<Void> publish(Map<StationKey, ?> events) {
        return outbox.together(Events.super.publish(events).thenReturn(events)).then();
    }

    @Override
    public Mono<Void> publish(StationKey station, Object event) {
        return Mono.defer(() ->
                outbox.add(
                        BusRecord.keyed(
                                Topics.events(service),
                                station.toString(),
                                BusJson.write(event),
                                Map.of(
                                        "ce_specversion",
                                        "1.0",
                                        ID,
                                        UUID.randomUUID().toString(),
                                        "ce_source",
                                        "/ohmnibus/" + service.id(),
                                        Headers.TYPE,
                                        event.getClass().getSimpleName(),
                                        "ce_subject",
                                        station.toString(),
                                        TIME,
                                        clock.instant().toString(),
                                        "content-type",
                                        "application/json"))));
    }
}
