/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a service imports that tells what happens as it happens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
public class StreamConfiguration {

    @Bean
    StreamedEvents streamedEvents(DatabaseClient database, Clock clock) {
        return new StreamedEvents(database, clock);
    }

    @Bean
    EventStreams eventStreams(
            StreamedEvents events,
            StreamProperties properties,
            Clock clock,
            MeterRegistry registry) {
        return new EventStreams(events, properties, clock, registry);
    }
}
