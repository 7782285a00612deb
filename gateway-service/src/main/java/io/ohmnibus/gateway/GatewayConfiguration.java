/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.contracts.station.JournalSwitch;
import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.platform.bus.BusProperties;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.state.CompactedTable;
import io.ohmnibus.platform.state.CompactedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What the gateway knows of others, and who it is. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    GatewayInstance gatewayInstance(
            GatewayProperties properties, BusProperties kafka, Environment environment) {
        GatewayInstance instance =
                GatewayInstance.of(properties.ordinal(), environment.getProperty("HOSTNAME"));
        if (instance.ordinal() >= kafka.gatewayPartitions()) {
            throw new IllegalStateException(
                    "Gateway %d has no partition of its own: ohmnibus.kafka.gateway-partitions is %d"
                            .formatted(instance.ordinal(), kafka.gatewayPartitions()));
        }
        return instance;
    }

    @Bean
    CompactedTable<StationCredentials> stationCredentials(CompactedTopics topics) {
        return topics.table(Topics.CREDENTIALS, StationCredentials.class);
    }

    @Bean
    CompactedTable<StationBoot> stationBoots(CompactedTopics topics) {
        return topics.table(Topics.BOOTS, StationBoot.class);
    }

    @Bean
    CompactedTable<JournalSwitch> journalSwitches(CompactedTopics topics) {
        return topics.table(Topics.JOURNALING, JournalSwitch.class);
    }
}
