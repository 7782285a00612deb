/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Announces what has happened to other services and to partners. */
public interface Events {

    /**
     * Writes the event to the outbox in the current transaction; it is published after the commit.
     *
     * @param event a record of {@code contracts}; its simple name is the event type
     */
    Mono<Void> publish(StationKey station, Object event);

    /** The same for several stations, an event of each, written together. */
    default Mono<Void> publish(Map<StationKey, ?> events) {
        return Flux.fromIterable(events.entrySet())
                .concatMap(event -> publish(event.getKey(), event.getValue()))
                .then();
    }
}
