/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import io.ohmnibus.contracts.transaction.SessionSummarized;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Summaries of transactions that are over. */
interface Sessions {

    /** What to list; null leaves a filter out. The token is compared without regard to case. */
    record Filter(
            @Nullable String stationId,
            @Nullable String idToken,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** The events of a transaction by sequence number; of several with one number, the first. */
    Flux<ChargingTime.Moment> moments(StationKey station, String transactionId);

    /**
     * Writes the summary as of now.
     *
     * @param charging for how long energy flowed
     * @return what is written; empty when nothing has changed, or the transaction goes on
     */
    Mono<SessionSummarized> write(StationKey station, String transactionId, Duration charging);

    /** The summary, or empty. */
    Mono<SessionSummarized> find(StationKey station, String transactionId);

    /** Summaries of a tenant, those that changed last first. */
    Mono<Page<SessionSummarized>> list(String tenant, Filter filter, PageRequest page);
}
