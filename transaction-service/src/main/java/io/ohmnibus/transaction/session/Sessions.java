/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.session;

import io.ohmnibus.contracts.transaction.SessionSummarized;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.web.Page;
import io.ohmnibus.platform.web.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** A transaction. */
    record SessionKey(StationKey station, String transactionId) {}

    /**
     * The events of each transaction by sequence number; of several with one number, the first.
     * Transactions without events are left out.
     */
    Mono<Map<SessionKey, Collection<ChargingTime.Moment>>> moments(List<SessionKey> transactions);

    /**
     * Writes the summaries as of now.
     *
     * @param charging for how long energy flowed in each transaction
     * @return what is written; not of those of which nothing has changed, or that go on
     */
    Flux<Summary> write(Map<SessionKey, Duration> charging);

    /** A summary that is written. */
    record Summary(StationKey station, SessionSummarized summarized) {}

    /** The summary, or empty. */
    Mono<SessionSummarized> find(StationKey station, String transactionId);

    /** Summaries of a tenant, those that changed last first. */
    Mono<Page<SessionSummarized>> list(String tenant, Filter filter, PageRequest page);
}
