/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.event;

import io.ohmnibus.platform.ocpp.StationKey;
import reactor.core.publisher.Mono;

/** Announces what has happened to other services and to partners. */
public interface Events {

    /**
     * Writes the event to the outbox in the current transaction; it is published after the commit.
     *
     * @param event a record of {@code contracts}; its simple name is the event type
     */
    Mono<Void> publish(StationKey station, Object event);
}
