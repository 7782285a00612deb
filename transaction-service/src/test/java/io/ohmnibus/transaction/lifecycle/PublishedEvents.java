/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.lifecycle;

import io.ohmnibus.platform.event.Events;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Remembers what was published. */
final class PublishedEvents implements Events {

    private final List<Object> published = new ArrayList<>();

    @Override
    public Mono<Void> publish(StationKey station, Object event) {
        return Mono.fromRunnable(() -> published.add(event));
    }

    List<Object> all() {
        return published;
    }
}
