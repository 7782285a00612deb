/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.bus;

import reactor.core.publisher.Mono;

/** A {@link PairedListener} whose records are handled as safely as those of a group. */
final class SafePairedListener implements PairedListener {

    private final BusListener table;
    private final BusListener stream;
    private final PairedListener listener;

    SafePairedListener(Bus bus, String group, PairedListener listener) {
        this.table = new SafeListener(bus, group, listener::onTable);
        this.stream = new SafeListener(bus, group, listener::onStream);
        this.listener = listener;
    }

    @Override
    public Mono<Void> onTable(BusRecord record) {
        return table.on(record);
    }

    @Override
    public Mono<Void> ready(int partition) {
        return listener.ready(partition);
    }

    @Override
    public Mono<Void> onStream(BusRecord record) {
        return stream.on(record);
    }

    @Override
    public void lost(int partition) {
        listener.lost(partition);
    }
}
