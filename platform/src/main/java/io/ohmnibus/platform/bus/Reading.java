/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.util.Set;

/** A running reader. */
public interface Reading extends AutoCloseable {

    /** True once everything that stood in the topics when reading began has been handled. */
    boolean caughtUp();

    /** The partitions that this reader reads at the moment. */
    Set<Integer> partitions();

    /** Stops after the records in hand, and commits. */
    @Override
    void close();
}
