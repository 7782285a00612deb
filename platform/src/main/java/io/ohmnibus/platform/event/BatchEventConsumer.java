/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Takes many events at a time, so that they can share their statements. All consumers of a service
 * that do so share one transaction. When it fails, each event comes once more alone.
 */
public interface BatchEventConsumer<E> extends EventConsumer<E> {

    Mono<Void> onAll(List<Happened<E>> events);

    /** An event and what surrounds it. */
    record Happened<E>(EventMeta meta, E event) {}

    /** One event alone. */
    @Override
    default Mono<Void> on(EventMeta meta, E event) {
        return onAll(List.of(new Happened<>(meta, event)));
    }
}
