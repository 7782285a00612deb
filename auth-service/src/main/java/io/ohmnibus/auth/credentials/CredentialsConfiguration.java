/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.credentials;

import io.ohmnibus.contracts.auth.StationCredentials;
import io.ohmnibus.platform.bus.Topics;
import io.ohmnibus.platform.state.CompactedTable;
import io.ohmnibus.platform.state.CompactedTopic;
import io.ohmnibus.platform.state.CompactedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Both sides of the topic {@code station.credentials}: auth-service writes it, and compares. */
@Configuration(proxyBeanMethods = false)
class CredentialsConfiguration {

    @Bean
    CompactedTopic<StationCredentials> credentialsTopic(CompactedTopics topics) {
        return topics.topic(Topics.CREDENTIALS);
    }

    @Bean
    CompactedTable<StationCredentials> credentialsTable(CompactedTopics topics) {
        return topics.table(Topics.CREDENTIALS, StationCredentials.class);
    }
}
