/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.fleet;

import io.micrometer.core.instrument.MeterRegistry;
import io.ohmnibus.platform.command.CommandRequests;
import io.ohmnibus.platform.command.Commands;
import io.ohmnibus.platform.query.Queries;
import io.ohmnibus.platform.secret.Sealing;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Campaigns, where there are commands. */
@AutoConfiguration(afterName = "io.ohmnibus.platform.command.CommandAutoConfiguration")
@ConditionalOnBean(Commands.class)
@Import(CampaignResource.class)
class FleetAutoConfiguration {

    @Bean
    StationSelection stationSelection(Queries queries) {
        return new StationSelection(queries);
    }

    @Bean
    CampaignStore campaignStore(DatabaseClient database, Sealing sealing, Clock clock) {
        return new CampaignStore(database, sealing, clock);
    }

    @Bean
    CampaignWork campaignWork(DatabaseClient database, Sealing sealing, Clock clock) {
        return new CampaignWork(database, sealing, clock);
    }

    @Bean
    CampaignMetrics campaignMetrics(MeterRegistry registry) {
        return new CampaignMetrics(registry);
    }

    @Bean
    CampaignOutcomes campaignOutcomes(CampaignWork work, CampaignMetrics metrics) {
        return new CampaignOutcomes(work, metrics);
    }

    @Bean
    Campaigns campaigns(
            StationSelection selection,
            CampaignStore store,
            CommandRequests requests,
            Commands commands,
            TransactionalOperator transaction) {
        return new Campaigns(selection, store, requests, commands, transaction);
    }

    @Bean
    CampaignRunner campaignRunner(
            CampaignWork work,
            Commands commands,
            TransactionalOperator transaction,
            CampaignMetrics metrics,
            Clock clock) {
        return new CampaignRunner(work, commands, transaction, metrics, clock);
    }
}
