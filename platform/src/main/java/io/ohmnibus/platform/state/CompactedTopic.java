/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.state;

import io.ohmnibus.platform.ocpp.StationKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The write side of a compacted topic: the newest value per station stands. */
public interface CompactedTopic<V> {

    /** Completes when the brokers have the value; null removes it. */
    Mono<Void> put(StationKey station, @Nullable V value);
}
