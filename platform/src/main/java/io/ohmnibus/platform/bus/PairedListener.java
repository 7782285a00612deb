/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import reactor.core.publisher.Mono;

/** Takes the records of a stream and of compacted topics whose partitions belong together. */
public interface PairedListener {

    Mono<Void> onTable(BusRecord record);

    /** All that stood in the tables of the partition has been taken; its stream comes next. */
    Mono<Void> ready(int partition);

    Mono<Void> onStream(BusRecord record);

    /** The partition belongs to another instance now: what is held of it must be forgotten. */
    void lost(int partition);
}
