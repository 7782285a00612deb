/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.ohmnibus.platform.command.CommandObserver;
import io.ohmnibus.platform.command.EndedCommand;
import reactor.core.publisher.Mono;

/** Takes the outcomes of commands that belong to campaigns. */
final class CampaignOutcomes implements CommandObserver {

    private final CampaignWork work;
    private final CampaignMetrics metrics;

    CampaignOutcomes(CampaignWork work, CampaignMetrics metrics) {
        this.work = work;
        this.metrics = metrics;
    }

    @Override
    public Mono<Void> ended(EndedCommand command) {
        StationResult result = StationResult.of(command.outcome());
        return work.ended(command.id(), result.state(), result.info())
                .doOnNext(metrics::ended)
                .then();
    }
}
