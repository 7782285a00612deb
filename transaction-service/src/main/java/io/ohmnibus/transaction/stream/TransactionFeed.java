/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.stream;

import io.ohmnibus.contracts.transaction.TransactionNews;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.stream.StreamedEvents;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells streams what this service announces of transactions, in the same words. */
@Component
final class TransactionFeed implements EventConsumer<TransactionNews> {

    private final StreamedEvents events;

    TransactionFeed(StreamedEvents events) {
        this.events = events;
    }

    @Override
    public Mono<Void> on(EventMeta meta, TransactionNews event) {
        return events.add(meta.station(), event.getClass().getSimpleName(), meta.time(), event);
    }
}
