/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.platform.command.CommandRequests;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.ocpp.StationKey;
import java.util.UUID;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Sends a request to many stations, in waves. */
public final class Campaigns {

    private final StationSelection selection;
    private final CampaignStore store;
    private final CommandRequests requests;
    private final Commands commands;
    private final TransactionalOperator transaction;

    Campaigns(
            StationSelection selection,
            CampaignStore store,
            CommandRequests requests,
            Commands commands,
            TransactionalOperator transaction) {
        this.selection = selection;
        this.store = store;
        this.requests = requests;
        this.commands = commands;
        this.transaction = transaction;
    }

    /**
     * Begins a campaign for the stations that the selector finds now. The id leads to its progress.
     * Errors: {@link io.ohmnibus.platform.web.Problem} 400 for a selector that says nothing or
     * names stations that are unknown, 422 when there is no such station, 503 when station-service
     * does not answer; {@link io.ohmnibus.platform.ocpp.RuleViolation} when no station may be sent
     * the request.
     *
     * @param by who is responsible for its commands
     */
    public Mono<UUID> start(String tenant, String by, CampaignPlan plan, StationSelector selector) {
        return Mono.fromRunnable(selector::check)
                .then(Mono.defer(() -> requests.check(plan.request())))
                .then(Mono.defer(() -> selection.of(tenant, selector)))
                .flatMap(stations ->
                        store.add(new CampaignStore.Order(tenant, by, selector, stations), plan)
                                .as(transaction::transactional));
    }

    /**
     * Ends a campaign in the current transaction: stations whose turn has not come get nothing, and
     * what waits for stations is taken back. False when it has ended already.
     */
    Mono<Boolean> cancel(String tenant, UUID id) {
        return store.turn(tenant, id, CampaignState.GOING_ON, CampaignState.CANCELLED)
                .delayUntil(turned -> turned ? takeBack(tenant, id) : Mono.empty());
    }

    private Mono<Void> takeBack(String tenant, UUID id) {
        return store.cancelPlanned(id)
                .thenMany(store.waiting(id))
                .collectMap(
                        sent -> sent.command(), sent -> new StationKey(tenant, sent.stationId()))
                .filter(waiting -> !waiting.isEmpty())
                .flatMap(commands::withdraw);
    }
}
