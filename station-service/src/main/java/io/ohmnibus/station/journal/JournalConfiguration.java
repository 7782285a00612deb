/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.journal;

import io.ohmnibus.contracts.station.JournalSwitch;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.state.CompactedTable;
import io.ohmnibus.platform.state.CompactedTopic;
import io.ohmnibus.platform.state.CompactedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the gateways read which stations are journaled. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    CompactedTopic<JournalSwitch> journalSwitch(CompactedTopics topics) {
        return topics.topic(Topics.JOURNALING);
    }

    @Bean
    CompactedTable<JournalSwitch> journalSwitches(CompactedTopics topics) {
        return topics.table(Topics.JOURNALING, JournalSwitch.class);
    }
}
