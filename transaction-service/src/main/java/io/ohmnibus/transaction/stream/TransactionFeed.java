/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.stream;

import io.ohmnibus.contracts.transaction.TransactionNews;
import io.ohmnibus.platform.event.BatchEventConsumer;
import io.ohmnibus.platform.stream.StreamedEvents;
import io.ohmnibus.platform.stream.StreamedEvents.Happening;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells streams what this service announces of transactions, in the same words. */
@Component
final class TransactionFeed implements BatchEventConsumer<TransactionNews> {

    private final StreamedEvents events;

    TransactionFeed(StreamedEvents events) {
        this.events = events;
    }

    @Override
    public Mono<Void> onAll(List<Happened<TransactionNews>> happened) {
        return events.add(
                happened.stream()
                        .map(one ->
                                new Happening(
                                        one.meta().station(),
                                        one.event().getClass().getSimpleName(),
                                        one.meta().time(),
                                        one.event()))
                        .toList());
    }
}
