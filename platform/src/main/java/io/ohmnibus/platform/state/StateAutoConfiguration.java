/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.state;

import io.ohmnibus.platform.bus.Bus;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Compacted topics, opened by the services that use them. */
@AutoConfiguration
class StateAutoConfiguration {

    @Bean
    CompactedTopics compactedTopics(Bus bus) {
        return new CompactedTopics(bus);
    }
}
