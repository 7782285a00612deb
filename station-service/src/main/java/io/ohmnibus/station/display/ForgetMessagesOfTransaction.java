/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.platform.event.EventConsumer;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.UseCase;
import reactor.core.publisher.Mono;

/** Stations remove what was shown for a transaction when that ends (O02.FR.02). */
@UseCase("O02")
final class ForgetMessagesOfTransaction implements EventConsumer<TransactionEnded> {

    private final DisplayMessages messages;

    ForgetMessagesOfTransaction(DisplayMessages messages) {
        this.messages = messages;
    }

    @Override
    public Mono<Void> on(EventMeta meta, TransactionEnded ended) {
        return messages.transactionEnded(meta.station(), ended.transactionId());
    }
}
