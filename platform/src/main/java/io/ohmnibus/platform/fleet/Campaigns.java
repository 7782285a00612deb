/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Sends a request to many stations, in waves. */
public final class Campaigns {

    private final StationSelection selection;
    private final CampaignStore store;
    private final TransactionalOperator transaction;

    Campaigns(StationSelection selection, CampaignStore store, TransactionalOperator transaction) {
        this.selection = selection;
        this.store = store;
        this.transaction = transaction;
    }

    /**
     * Begins a campaign for the stations that the selector finds now. The id leads to its progress.
     * Errors: {@link io.ohmnibus.platform.web.Problem} 400 for a selector that says nothing or
     * names stations that are unknown, 422 when there is no such station, 503 when station-service
     * does not answer.
     *
     * @param by who is responsible for its commands
     */
    public Mono<UUID> start(String tenant, String by, CampaignPlan plan, StationSelector selector) {
        return Mono.fromRunnable(selector::check)
                .then(Mono.defer(() -> selection.of(tenant, selector)))
                .flatMap(stations ->
                        store.add(new CampaignStore.Order(tenant, by, selector, stations), plan)
                                .as(transaction::transactional));
    }
}
