/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import java.time.Instant;
import java.util.Set;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Takes the records of a stream and of compacted topics whose partitions belong together. */
public interface PairedListener {

    Mono<Void> onTable(BusRecord record);

    /** All that stood in the tables of the partition has been taken; its stream comes next. */
    Mono<Void> ready(int partition);

    /**
     * Records stood in the stream of these partitions before they were given to us: who read them
     * before may have handled the first ones, and died before it could commit that.
     *
     * @param since when the first ones were written, by the clock of their writers
     */
    default Mono<Void> resumes(Set<Integer> partitions, Instant since) {
        return Mono.empty();
    }

    Mono<Void> onStream(BusRecord record);

    /** The partition belongs to another instance now: what is held of it must be forgotten. */
    void lost(int partition);

    /** This listener, with both of its sides taking their records through what wraps a listener. */
    default PairedListener through(UnaryOperator<BusListener> wrapping) {
        BusListener table = wrapping.apply(this::onTable);
        BusListener stream = wrapping.apply(this::onStream);
        PairedListener inner = this;
        return new PairedListener() {

            @Override
            public Mono<Void> onTable(BusRecord record) {
                return table.on(record);
            }

            @Override
            public Mono<Void> ready(int partition) {
                return inner.ready(partition);
            }

            @Override
            public Mono<Void> resumes(Set<Integer> partitions, Instant since) {
                return inner.resumes(partitions, since);
            }

            @Override
            public Mono<Void> onStream(BusRecord record) {
                return stream.on(record);
            }

            @Override
            public void lost(int partition) {
                inner.lost(partition);
            }
        };
    }
}
