/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.boot;

import io.ohmnibus.contracts.station.StationBoot;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.state.CompactedTopic;
import io.ohmnibus.platform.state.CompactedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where gateways read how each station was answered. */
@Configuration(proxyBeanMethods = false)
class BootTopic {

    @Bean
    CompactedTopic<StationBoot> boots(CompactedTopics topics) {
        return topics.topic(Topics.BOOTS);
    }
}
