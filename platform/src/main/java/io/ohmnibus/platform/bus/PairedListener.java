/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import reactor.core.publisher.Mono;

/** Takes the records of a stream and of the table that goes with it; see {@link Bus#paired}. */
public interface PairedListener {

    Mono<Void> onTable(BusRecord record);

    Mono<Void> onStream(BusRecord record);

    /** Another instance has this partition now; what was held for it must be forgotten. */
    void lost(int partition);
}
