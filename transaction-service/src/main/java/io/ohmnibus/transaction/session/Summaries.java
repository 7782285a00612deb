/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import io.ohmnibus.platform.ocpp.StationKey;
import reactor.core.publisher.Mono;

/** Keeps the summaries of transactions that are over as their transactions are. */
public interface Summaries {

    /**
     * Sums a transaction up as of now, and announces it; whether that changed anything. Nothing
     * happens while it goes on.
     */
    Mono<Boolean> summarize(StationKey station, String transactionId);
}
