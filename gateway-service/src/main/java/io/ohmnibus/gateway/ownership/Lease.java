/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life of a gateway instance: the value of the compacted topic {@code gateway.instances}.
 *
 * @param life a UUID, new for every start of the process
 * @param startedAt when that life began
 * @param left whether it has ended in good order
 * @param at the time by its clock; null from earlier versions
 */
record Lease(int ordinal, String life, Instant startedAt, boolean left, @Nullable Instant at) {

    /** Of two lives with one ordinal the later one counts. */
    boolean supersedes(Lease other) {
        int later = startedAt.compareTo(other.startedAt);
        return later > 0 || (later == 0 && life.compareTo(other.life) > 0);
    }

    /** The same life at that time. */
    Lease at(Instant now) {
        return new Lease(ordinal, life, startedAt, left, now);
    }

    /** The same life as it ends. */
    Lease leaving() {
        return new Lease(ordinal, life, startedAt, true, at);
    }

    /** The same life, which began after that one whatever the clocks say. */
    Lease after(Lease other) {
        return new Lease(ordinal, life, other.startedAt.plusMillis(1), left, at);
    }
}
