/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.ownership;

import java.time.Instant;

/**
 * A sign of life of a gateway instance: the value of the compacted topic {@code gateway.instances}.
 *
 * @param life a UUID, new for every start of the process
 * @param startedAt when that life began
 * @param left whether it has ended in good order
 */
record Lease(int ordinal, String life, Instant startedAt, boolean left) {

    /** Of two lives with one ordinal the later one counts. */
    boolean supersedes(Lease other) {
        int later = startedAt.compareTo(other.startedAt);
        return later > 0 || (later == 0 && life.compareTo(other.life) > 0);
    }
}
