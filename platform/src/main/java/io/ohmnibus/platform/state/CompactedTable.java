/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.state;

import io.ohmnibus.platform.ocpp.StationKey;
import java.util.Optional;
import java.util.Set;

/**
 * The read side of a compacted topic, held in memory by each instance; ready once everything that
 * stood in the topic at start has been read.
 */
public interface CompactedTable<V> {

    Optional<V> get(StationKey station);

    /** The stations that have a value. */
    Set<StationKey> stations();

    /** True once the table has caught up with the topic after the start. */
    boolean ready();
}
