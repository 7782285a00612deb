/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import reactor.core.publisher.Mono;

/**
 * Takes the events of one record type, or of all that a sealed interface permits, whichever service
 * they come from. Runs in a transaction that also remembers the event id, so each event has one
 * effect.
 */
public interface EventConsumer<E> {

    Mono<Void> on(EventMeta meta, E event);

    /** Whether the event has any effect here; of one that has none, nothing is remembered. */
    default boolean concerns(E event) {
        return true;
    }
}
